package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// `make test` runs package boards and the packages in it without the race detector, which is right as long as nothing there runs beside
// something else: no goroutine, not in the tests either. Rooms of several boards do call it side by side; the tests of the server, with
// the race detector, have that.
func TestBoardsStartNoGoroutines(t *testing.T) {
	err := filepath.WalkDir(filepath.Join("..", "boards"), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		if filepath.Base(filepath.Dir(path)) == "logtest" { // what tests of server/oplog run, with the race detector
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if _, ok := n.(*ast.GoStmt); ok {
				t.Errorf("%s starts a goroutine: let the Makefile run its package with -race", path)
			}
			if call, ok := n.(*ast.SelectorExpr); ok && (call.Sel.Name == "Go" || call.Sel.Name == "RunParallel") {
				t.Errorf("%s calls %s: let the Makefile run its package with -race", path, call.Sel.Name)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
