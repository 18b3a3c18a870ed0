package report

import (
	"testing"

	"muntsaus/boards/insight"
)

// BenchmarkHTML is the time a request for the report takes, without the printing.
func BenchmarkHTML(b *testing.B) {
	for _, name := range []string{"full", "sixty", "largest"} {
		t := &testing.T{}
		board := full(t, "nl").b
		switch name {
		case "sixty":
			board = crowded(t, 60).b
		case "largest":
			board = large(t)
		}
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := HTML(board, insight.Of(board), Options{Language: "nl", Now: instant}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
