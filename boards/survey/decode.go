package survey

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Encodings as the preview names them.
const (
	utf8Name    = "utf-8"
	utf16Little = "utf-16le"
	utf16Big    = "utf-16be"
	windows     = "windows-1252"
)

// decode turns the bytes of a text file into text. A byte order mark decides; else what is UTF-8 is UTF-8, looked at from the first byte
// to the last, and the rest is Windows-1252, which also reads Latin-1. Line ends become "\n".
func decode(data []byte) (text, name string, err error) {
	switch name = encodingOf(data); name {
	case utf16Little:
		text, err = decodeWith(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), data)
	case utf16Big:
		text, err = decodeWith(unicode.UTF16(unicode.BigEndian, unicode.UseBOM), data)
	case windows:
		text, err = decodeWith(charmap.Windows1252, data)
	default:
		text = repaired(bytes.TrimPrefix(data, []byte("\ufeff")))
	}
	if err != nil || strings.IndexByte(text, 0) >= 0 {
		return "", "", ErrNoTable
	}
	if strings.IndexByte(text, '\r') >= 0 {
		text = strings.NewReplacer("\r\r\n", "\n", "\r\n", "\n", "\r", "\n").Replace(text)
	}
	return text, name, nil
}

func decodeWith(e encoding.Encoding, data []byte) (string, error) {
	out, err := e.NewDecoder().Bytes(data)
	return strings.TrimPrefix(string(out), "\ufeff"), err
}

func encodingOf(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\ufeff")):
		return utf8Name
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return utf16Little
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return utf16Big
	}
	if even, odd := zeros(data); even+odd > 0 {
		if odd > 4*even {
			return utf16Little
		}
		return utf16Big
	}
	if letters, broken := multibyte(data); broken > letters {
		return windows
	}
	return utf8Name
}

// zeros counts bytes that are 0 at even and odd places of the beginning: Latin letters in UTF-16 have one each.
func zeros(data []byte) (even, odd int) {
	for i, c := range data[:min(len(data), 2000)] {
		switch {
		case c != 0:
		case i%2 == 0:
			even++
		default:
			odd++
		}
	}
	return even, odd
}

// multibyte counts letters of several bytes and bytes that belong to none. A single broken one does not make a file Windows-1252: then
// every é in it would be two signs.
func multibyte(data []byte) (letters, broken int) {
	for len(data) > 0 {
		if data[0] < utf8.RuneSelf {
			data = data[1:]
			continue
		}
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			broken++
		} else {
			letters++
		}
		data = data[size:]
	}
	return letters, broken
}

// repaired gives UTF-8 as text; a byte that is no part of it is read as Windows-1252.
func repaired(data []byte) string {
	if utf8.Valid(data) {
		return string(data)
	}
	var b strings.Builder
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			r = charmap.Windows1252.DecodeByte(data[0])
		}
		b.WriteRune(r)
		data = data[size:]
	}
	return b.String()
}
