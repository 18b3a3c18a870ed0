package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// limit is a wait that a test ends by itself after some seconds.
var limit = regexp.MustCompile(`(time\.Now\(\)\.Add|time\.After|WithTimeout\([^,]+,|WithDeadline\([^,]+,) ?\(?\d+ ?\* ?time\.(Second|Minute)`)

// What must come is awaited with clocktest.Patience: a wait of so many seconds is red on a machine that is busy with other things, and says
// nothing about us. Whether something was quick enough is asked of clocktest.Over.
func TestTestsWaitWithPatience(t *testing.T) {
	for _, root := range []string{".", "../bench"} {
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, "_test.go") {
				return err
			}
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if found := limit.Find(text); found != nil {
				t.Errorf("%s has its own limit, %s: clocktest.Patience is for all", path, found)
			}
			return nil
		})
		must(t, err)
	}
}
