package boards

import "strings"

// Order keys are texts that sort by bytes, so that moving one thing changes one thing. A key has a whole part, whose first
// letter gives its length, and an optional fraction; appending a thousand times makes it four characters, not a thousand.
// frontend/src/engine/order.ts is the same in TypeScript; testdata/order.json holds the vectors of both.

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// between gives a key after a and before b; "" means no bound on that side.
func between(a, b string) string {
	switch {
	case a == "" && b == "":
		return "a0"
	case a == "":
		return before(b)
	case b == "":
		return after(a)
	}
	wholeA, wholeB := whole(a), whole(b)
	if wholeA == wholeB {
		return wholeA + middle(a[len(wholeA):], b[len(wholeB):])
	}
	if next := step(wholeA, 1); next != "" && next < b {
		return next
	}
	return wholeA + middle(a[len(wholeA):], "")
}

func before(b string) string {
	part := whole(b)
	if part < b {
		return part
	}
	if lower := step(part, -1); lower != "" {
		return lower
	}
	return part[:len(part)-1] + middle("", part[len(part)-1:])
}

func after(a string) string {
	part := whole(a)
	if next := step(part, 1); next != "" {
		return next
	}
	return part + middle(a[len(part):], "")
}

// validKey says whether a key from a file is one we could have made; the lowest of all leaves no room before it.
func validKey(key string) bool {
	if key == "" || strings.Trim(key, digits) != "" || key[0] < 'A' || key == "A"+strings.Repeat("0", 26) {
		return false
	}
	part := whole(key)
	shape := whole(part + strings.Repeat("0", 27))
	return part == shape && (part == key || key[len(key)-1] != digits[0])
}

// whole gives the whole part of a key: 'a' starts two characters, 'b' three …; 'Z' two, 'Y' three … below zero.
func whole(key string) string {
	length := int(key[0]-'a') + 2
	if key[0] <= 'Z' {
		length = int('Z'-key[0]) + 2
	}
	return key[:min(length, len(key))]
}

// step counts the whole part one up or down; "" where the alphabet ends.
func step(part string, by int) string {
	head, rest := part[0], []byte(part[1:])
	for i := len(rest) - 1; i >= 0; i-- {
		d := strings.IndexByte(digits, rest[i]) + by
		if d >= 0 && d < len(digits) {
			rest[i] = digits[d]
			return string(head) + string(rest)
		}
		rest[i] = digits[(d+len(digits))%len(digits)]
	}
	return carry(head, rest, by)
}

func carry(head byte, rest []byte, by int) string {
	switch {
	case by > 0 && head == 'z', by < 0 && head == 'A':
		return ""
	case by > 0 && head == 'Z':
		return "a0"
	case by < 0 && head == 'a':
		return "Zz"
	}
	next := head + byte(by)
	grows := (by > 0 && next > 'a') || (by < 0 && next < 'Z')
	if grows {
		return string(next) + string(rest) + string(rest[:1])
	}
	return string(next) + string(rest[1:])
}

// middle gives a fraction between two fractions, a < b; b "" means one. Fractions never end in the lowest digit.
func middle(a, b string) string {
	if b != "" {
		n := 0
		for n < len(b) && digitAt(a, n) == b[n] {
			n++
		}
		if n > 0 {
			return b[:n] + middle(cut(a, n), b[n:])
		}
	}
	low, high := 0, len(digits)
	if a != "" {
		low = strings.IndexByte(digits, a[0])
	}
	if b != "" {
		high = strings.IndexByte(digits, b[0])
	}
	if high-low > 1 {
		return digits[(low+high)/2 : (low+high)/2+1]
	}
	if len(b) > 1 {
		return b[:1]
	}
	return digits[low:low+1] + middle(cut(a, 1), "")
}

func digitAt(s string, i int) byte {
	if i < len(s) {
		return s[i]
	}
	return digits[0]
}

func cut(s string, n int) string {
	if n > len(s) {
		return ""
	}
	return s[n:]
}
