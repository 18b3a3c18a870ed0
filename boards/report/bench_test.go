package report

import (
	"testing"

	"muntsaus/boards/insight"
)

// BenchmarkHTML is the time a request for the report takes, without the printing.
func BenchmarkHTML(b *testing.B) {
	for _, name := range []string{"full", "sixty"} {
		t := &testing.T{}
		board := full(t, "nl").b
		if name == "sixty" {
			board = crowded(t, 60).b
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
