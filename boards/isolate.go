package boards

import "unicode"

// Isolated sets a text that people typed apart from the sentence it stands in, where letters that run right to left would turn the
// sentence around (U+2068, U+2069). Other text stays as it is.
func Isolated(text string) string {
	for _, r := range text {
		if unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko,
			unicode.Adlam) || r == 0x202E || r == 0x202B || r == 0x200F {
			return "\u2068" + text + "\u2069"
		}
	}
	return text
}

// IsolatedAll does the same for every text among the values of a sentence.
func IsolatedAll(values []any) []any {
	apart := make([]any, len(values))
	for i, v := range values {
		if apart[i] = v; v != nil {
			if text, ok := v.(string); ok {
				apart[i] = Isolated(text)
			}
		}
	}
	return apart
}
