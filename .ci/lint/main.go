// Command lint is the program behind `go vet -vettool` in `make test`: the checks of go vet itself, of staticcheck, errcheck and
// bodyclose in one, so that every package is read once and go keeps the result per package. golangci-lint would bring a hundred
// linters more, and takes minutes to build on a fresh machine.
package main

import (
	"go/ast"
	"go/token"
	"os"
	"slices"
	"strings"

	"github.com/kisielk/errcheck/errcheck"
	"github.com/timakin/bodyclose/passes/bodyclose"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"
	"honnef.co/go/tools/analysis/lint"
	"honnef.co/go/tools/simple"
	"honnef.co/go/tools/staticcheck"
	"honnef.co/go/tools/stylecheck"
)

func main() {
	if foreign(os.Args[1:]) {
		unitchecker.Main(errcheck.Analyzer) // it leaves nothing behind for those who import the package
	}
	list := append(vet, sparing(errcheck.Analyzer, "Close", "Remove", "RemoveAll"), sparing(bodyclose.Analyzer, "Dial", "DialContext"))
	for _, group := range [][]*lint.Analyzer{staticcheck.Analyzers, simple.Analyzers, stylecheck.Analyzers} {
		for _, check := range group {
			if wanted(check.Analyzer.Name) {
				list = append(list, check.Analyzer)
			}
		}
	}
	unitchecker.Main(list...)
}

// style are the checks of stylecheck that find more than taste: the form of errors, receivers, results and names. Its others want
// comments to begin with the name they stand at, also where a sentence reads better.
var style = []string{
	"ST1005", "ST1006", "ST1008", "ST1011", "ST1012", "ST1013", "ST1015", "ST1016", "ST1017", "ST1018", "ST1019",
}

// off are checks we do not follow. SA1019: a deprecated thing is a decision (docs/decisions.md), not a line to mend.
var off = []string{"SA1019"}

func wanted(name string) bool {
	if slices.Contains(off, name) {
		return false
	}
	return !strings.HasPrefix(name, "ST") || slices.Contains(style, name)
}

// sparing gives a check that says nothing about calls of these functions: closing and removing at the end, where an error has nobody
// left to act on it; a websocket's dialler, whose answer has no body to close.
func sparing(check *analysis.Analyzer, names ...string) *analysis.Analyzer {
	spared := *check
	spared.Run = func(pass *analysis.Pass) (any, error) {
		inner := *pass
		inner.Report = func(found analysis.Diagnostic) {
			if !slices.Contains(names, called(pass.Files, found.Pos)) {
				pass.Report(found)
			}
		}
		return check.Run(&inner)
	}
	return &spared
}

// called gives the name of the function whose call has its parenthesis, or begins, at a position.
func called(files []*ast.File, at token.Pos) (name string) {
	for _, file := range files {
		if at < file.FileStart || at > file.FileEnd {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && (call.Lparen == at || call.Pos() == at) {
				switch fun := call.Fun.(type) {
				case *ast.SelectorExpr:
					name = fun.Sel.Name
				case *ast.Ident:
					name = fun.Name
				}
			}
			return true
		})
	}
	return name
}
