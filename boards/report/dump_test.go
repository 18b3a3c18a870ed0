package report

import (
	"os"
	"testing"
)

func TestDump(t *testing.T) {
	for _, l := range []string{"nl", "en"} {
		doc, err := HTML(full(t, l).b, nil, Options{Language: l, Now: instant, Base: "https://muntsaus.example/b/1"})
		if err != nil {
			t.Fatal(err)
		}
		os.WriteFile("/tmp/rf/full-"+l+".html", doc, 0o644)
	}
}
