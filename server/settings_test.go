package main

import (
	"os"
	"reflect"
	"strings"
	"testing"
)

// Every setting of the server stands in docs/operate.md with its environment name and its default.
func TestSettingsAreInTheDocs(t *testing.T) {
	text, err := os.ReadFile("../docs/operate.md")
	must(t, err)
	for i := range reflect.TypeFor[serve]().NumField() {
		tag := reflect.TypeFor[serve]().Field(i).Tag
		row := "| `" + tag.Get("env") + "` | " + tag.Get("default") + " | " + tag.Get("help") + " |"
		if !strings.Contains(string(text), row) {
			t.Errorf("docs/operate.md lacks or differs: %s", row)
		}
	}
}
