package web

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"muntsaus/boards"
)

// fileName is klantreis_{title}_{date}.{kind} (method.md 5.3), in letters every system can store; of a part of the journey
// klantreis_{title}_{date}_{part}.{kind}.
func fileName(shop boards.Workshop, part, kind string) string {
	parts := []string{"klantreis"}
	if shop.Language == "en" {
		parts[0] = "journey"
	}
	if slug := slugOf(shop.Title); slug != "" {
		parts = append(parts, slug)
	}
	if shop.Date != "" {
		parts = append(parts, shop.Date)
	}
	if part != "" {
		parts = append(parts, part)
	}
	return strings.Join(parts, "_") + "." + kind
}

// slugOf keeps letters and digits of any script, without accents and without what a path could mean.
func slugOf(title string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(strings.ToLower(title)) {
		switch {
		case unicode.Is(unicode.Mn, r) && r < 0x370: // the accents of Latin
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.M, r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			b.WriteRune(r)
			gap = false
		default:
			gap = true
		}
	}
	slug := []rune(norm.NFC.String(b.String()))
	return strings.Trim(string(slug[:min(len(slug), 60)]), "-")
}

// disposition names a file to save (attachment) or to open (inline), for old readers in ASCII and for the others as it is (RFC 6266, RFC
// 5987).
func disposition(how, name string) string {
	plain := strings.Map(func(r rune) rune {
		if r > 0x7E || r < 0x20 || r == '"' || r == '\\' {
			return '_'
		}
		return r
	}, name)
	if plain == name {
		return how + `; filename="` + name + `"`
	}
	return how + `; filename="` + plain + `"; filename*=UTF-8''` + percentEncoded(name)
}

func percentEncoded(name string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for _, c := range []byte(name) {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.' {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('%')
		b.WriteByte(hex[c>>4])
		b.WriteByte(hex[c&15])
	}
	return b.String()
}
