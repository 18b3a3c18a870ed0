package boards

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math"
	"strconv"
	"unicode/utf8"
)

// maxDepth is how deep JSON from outside may nest. Real frames need five levels.
const maxDepth = 16

var errJSON = errors.New("not the JSON we speak")

// parse reads exactly one JSON value, strictly: valid UTF-8, no duplicate names, no half surrogate pairs, bounded depth.
// encoding/json alone would take the last duplicate, ignore case and mend broken text silently.
// Numbers become int where they are whole and exact, else float64; lists of strings become []string.
func parse(data []byte) (any, error) {
	if !utf8.Valid(data) || halfSurrogate(data) {
		return nil, errJSON
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	v, err := parseValue(dec, maxDepth)
	if err != nil {
		return nil, errJSON
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, errJSON
	}
	return v, nil
}

func parseValue(dec *json.Decoder, depth int) (any, error) {
	token, err := dec.Token()
	if err != nil {
		return nil, err
	}
	switch t := token.(type) {
	case json.Delim:
		if depth == 0 {
			return nil, errJSON
		}
		if t == '{' {
			return parseObject(dec, depth-1)
		}
		return parseList(dec, depth-1)
	case json.Number:
		return parseNumber(string(t))
	}
	return token, nil
}

func parseObject(dec *json.Decoder, depth int) (any, error) {
	object := map[string]any{}
	for dec.More() {
		name, err := dec.Token()
		if err != nil {
			return nil, err
		}
		if _, twice := object[name.(string)]; twice {
			return nil, errJSON
		}
		if object[name.(string)], err = parseValue(dec, depth); err != nil {
			return nil, err
		}
	}
	_, err := dec.Token()
	return object, err
}

func parseList(dec *json.Decoder, depth int) (any, error) {
	list, texts := []any{}, []string{}
	for dec.More() {
		v, err := parseValue(dec, depth)
		if err != nil {
			return nil, err
		}
		list = append(list, v)
		if s, ok := v.(string); ok {
			texts = append(texts, s)
		}
	}
	if _, err := dec.Token(); err != nil {
		return nil, err
	}
	if len(texts) == len(list) {
		return texts, nil
	}
	return list, nil
}

func parseNumber(s string) (any, error) {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
		return nil, errJSON
	}
	if f == math.Trunc(f) && math.Abs(f) < 1<<53 {
		return int(f), nil
	}
	return f, nil
}

// halfSurrogate finds \ud83d without its partner; encoding/json would turn it into U+FFFD without a word.
func halfSurrogate(data []byte) bool {
	for i := 0; i+5 < len(data); i++ {
		if data[i] != '\\' {
			continue
		}
		if data[i+1] != 'u' {
			i++
			continue
		}
		unit, ok := hex4(data[i+2:])
		switch {
		case !ok:
			return true
		case unit >= 0xDC00 && unit <= 0xDFFF:
			return true
		case unit >= 0xD800 && unit <= 0xDBFF:
			low, ok := lowSurrogate(data[i+6:])
			if !ok || low < 0xDC00 || low > 0xDFFF {
				return true
			}
			i += 6
		}
		i += 5
	}
	return false
}

func lowSurrogate(rest []byte) (uint64, bool) {
	if len(rest) < 6 || rest[0] != '\\' || rest[1] != 'u' {
		return 0, false
	}
	return hex4(rest[2:])
}

func hex4(b []byte) (uint64, bool) {
	if len(b) < 4 {
		return 0, false
	}
	n, err := strconv.ParseUint(string(b[:4]), 16, 32)
	return n, err == nil
}

// encode writes JSON the way JavaScript does: no HTML escapes, no final newline.
func encode(v any) []byte {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic("boards: cannot encode " + err.Error()) // our own types only: a programming error
	}
	return bytes.TrimRight(buf.Bytes(), "\n")
}
