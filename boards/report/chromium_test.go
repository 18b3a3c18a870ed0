package report

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// What Chromium 156 does with a page that it prints, and docs/surprises.md tells: in tables `anywhere` lets the neighbouring column shrink
// to a letter, a div that is a picture loses its label, and footers are no artifacts, so no paper of ours is PDF/UA.
func TestPaperAvoidsWhatChromiumDoesNotKeep(t *testing.T) {
	css, err := os.ReadFile("report.css")
	if err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`(?m)^thead th \{[^}]*overflow-wrap: normal`).Match(css) {
		t.Error("heads of tables may be cut at any letter")
	}
	pages, err := filepath.Glob("pages/*.html")
	if err != nil || len(pages) < 5 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	picture := regexp.MustCompile(`<(\w+)[^>]*\brole="img"`)
	seen := 0
	for _, path := range pages {
		page, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range picture.FindAllSubmatch(page, -1) {
			if seen++; string(found[1]) != "svg" {
				t.Errorf("%s: a %s is a picture, and loses its label", path, found[1])
			}
		}
		if strings.Contains(strings.ToLower(string(page)), "pdf/ua") {
			t.Errorf("%s claims PDF/UA", path)
		}
	}
	if seen < 4 {
		t.Errorf("%d pictures seen", seen)
	}
}
