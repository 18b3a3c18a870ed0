package boards

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Label is how people read a name of the program, in both languages.
type Label struct{ NL, EN string }

// In gives the words of a language: nl, else English.
func (l Label) In(language string) string {
	if language == "nl" {
		return l.NL
	}
	return l.EN
}

// Choice is a value of a field in the words of people.
type Choice struct {
	Value  string
	As     Label // as somebody chooses it
	InLine Label // in a line of facts ("ernstig, dagelijks, kunnen we zelf"); empty: as it is chosen, in lower case
}

// LabelOf gives the words of a value as somebody chooses it. A value of a newer program has none and is shown as it is.
func LabelOf(language, kind, field string, value any) string {
	c, ok := choiceOf(kind, field, value)
	if !ok {
		return fmt.Sprint(value)
	}
	return c.As.In(language)
}

// LabelInLine gives the words of a value inside a line of facts, in lower case. A value without words is shown as it is.
func LabelInLine(language, kind, field string, value any) string {
	c, ok := choiceOf(kind, field, value)
	switch {
	case !ok:
		return fmt.Sprint(value)
	case c.InLine != Label{}:
		return c.InLine.In(language)
	}
	text := c.As.In(language)
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToLower(first)) + text[size:]
}

// Hint says what a value means, small below it where somebody chooses; "" when it needs no words.
func Hint(language, kind, field, value string) string {
	return hintLabels[kind+"."+field][value].In(language)
}

// FieldInLine gives the value of a field of a record inside a line of facts; "" when there is none.
func FieldInLine(language string, r *Record, field string) string {
	switch value := r.Fields[field].(type) {
	case nil:
		return ""
	case []string:
		words := make([]string, 0, len(value))
		for _, one := range value {
			words = append(words, LabelInLine(language, r.Kind, field, one))
		}
		return strings.Join(words, ", ")
	default:
		return LabelInLine(language, r.Kind, field, value)
	}
}

func choiceOf(kind, field string, value any) (Choice, bool) {
	list, word := Choices(kind, field), fmt.Sprint(value)
	i := slices.IndexFunc(list, func(c Choice) bool { return c.Value == word })
	if i < 0 {
		return Choice{}, false
	}
	return list[i], true
}

// Choices gives the values of a field with their words, in their order; nil when they have none.
func Choices(kind, field string) []Choice {
	name := kind + "." + field
	if other, same := sameLabels[name]; same {
		name = other
	}
	return valueLabels[name]
}

// KindLabel gives what people call a kind; its own name when it has no words.
func KindLabel(language, kind string) string { return labelOr(kindLabels, language, kind) }

// Question gives how a field is asked for; its own name when nobody is asked.
func Question(language, kind, field string) string {
	return labelOr(questionLabels, language, kind+"."+field)
}

// Head gives what a column of the values of a field is called.
func Head(language, kind, field string) string {
	if l, ok := headLabels[kind+"."+field]; ok {
		return l.In(language)
	}
	return Question(language, kind, field)
}

// Questions gives the fields that are asked for, by kind.field. The map is shared: read it only.
func Questions() map[string]Label { return questionLabels }

// KindLabels gives what people call the kinds. The map is shared: read it only.
func KindLabels() map[string]Label { return kindLabels }

func labelOr(labels map[string]Label, language, name string) string {
	if l, ok := labels[name]; ok {
		return l.In(language)
	}
	return name[strings.LastIndexByte(name, '.')+1:]
}
