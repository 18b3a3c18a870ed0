package boards

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// TestFormatIsAsDeclared holds every name and type that entries, snapshots and exported boards are written with against the list in
// testdata/format.txt. Who changes it says so there: an addition that earlier programs may ignore keeps the number, anything else raises
// Version (earlier programs then refuse the board in a sentence instead of reading half of it) and opens the folders in server/testdata.
//
//	MUNTSAUS_FORMAT=write go test ./boards -run FormatIsAsDeclared
func TestFormatIsAsDeclared(t *testing.T) {
	lines := []string{fmt.Sprintf("version %d, board.json %d", Version, ExportVersion)}
	for _, of := range []any{Entry{}, stored{}, exported{}} {
		lines = append(lines, writtenNames(reflect.TypeOf(of), reflect.TypeOf(of).Name(), nil)...)
	}
	const file = "testdata/format.txt"
	is := strings.Join(lines, "\n") + "\n"
	if os.Getenv("MUNTSAUS_FORMAT") == "write" {
		if err := os.WriteFile(file, []byte(is), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	declared, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	was := strings.Split(strings.TrimSpace(string(declared)), "\n")
	for _, line := range was {
		if !slices.Contains(lines, line) {
			t.Errorf("is written no more, and not declared: %s", line)
		}
	}
	for _, line := range lines {
		if !slices.Contains(was, line) {
			t.Errorf("is written, and not declared: %s", line)
		}
	}
}

// writtenNames lists the JSON names below a type with what stands there.
func writtenNames(of reflect.Type, path string, above []reflect.Type) (list []string) {
	for of.Kind() == reflect.Pointer || of.Kind() == reflect.Slice || of.Kind() == reflect.Map && of.Name() == "" {
		path += map[reflect.Kind]string{reflect.Slice: "[]", reflect.Map: "{}"}[of.Kind()]
		of = of.Elem()
	}
	if of.Kind() != reflect.Struct || of.Implements(reflect.TypeFor[json.Marshaler]()) || of.NumField() == 0 || slices.Contains(above, of) {
		return []string{path + " " + of.String()}
	}
	for i := range of.NumField() {
		field := of.Field(i)
		if name := field.Tag.Get("json"); name != "-" && field.IsExported() {
			list = append(list, writtenNames(field.Type, path+"."+name, append(above, of))...)
		}
	}
	return list
}
