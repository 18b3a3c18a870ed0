package ts

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"

	"muntsaus/boards/insight"
)

// Insight gives the generated file of the insight object, from its Go structs.
func Insight() []byte {
	var out bytes.Buffer
	fmt.Fprint(&out, "// Made by `go generate ./boards` from package boards/insight. Do not edit.\n\n")
	g := &shapes{out: &out, done: map[string]bool{}}
	g.write(reflect.TypeFor[insight.Insight]())
	return out.Bytes()
}

// shapes writes each struct once, those it needs first.
type shapes struct {
	out  *bytes.Buffer
	done map[string]bool
}

func (g *shapes) write(t reflect.Type) {
	if g.done[t.Name()] {
		return
	}
	g.done[t.Name()] = true
	var rows []string
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		rows = append(rows, fmt.Sprintf("  %s: %s;\n", name, g.typeOf(t.Field(i).Type)))
	}
	fmt.Fprintf(g.out, "export interface %s {\n%s}\n\n", shapeName(t), strings.Join(rows, ""))
}

func (g *shapes) typeOf(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Pointer:
		return g.typeOf(t.Elem()) + " | null"
	case reflect.Slice:
		return g.typeOf(t.Elem()) + "[]"
	case reflect.Map:
		return "Record<string, " + g.typeOf(t.Elem()) + ">"
	case reflect.Struct:
		g.write(t)
		return shapeName(t)
	case reflect.String:
		return "string"
	case reflect.Bool:
		return "boolean"
	}
	return "number"
}

// shapeName keeps the names of insights apart from those of records.
func shapeName(t reflect.Type) string {
	if t == reflect.TypeFor[insight.Insight]() || t.PkgPath() != reflect.TypeFor[insight.Insight]().PkgPath() {
		return t.Name()
	}
	return "Insight" + t.Name()
}
