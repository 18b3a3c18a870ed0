package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The arrows between the packages: server → web → live → boards ← oplog. Each package may import what stands here, of
// our own and of others; of the standard library everything but what is forbidden. Package boards is pure, so its list
// is complete. A package that does not stand here fails.
var arrows = map[string]struct {
	ours, others, not []string
}{
	"boards": {not: outside},
	"boards/incoming": {
		ours:   []string{"boards", "boards/survey", "boards/template"},
		others: []string{"golang.org/x/text/unicode/norm"},
		not:    outside,
	},
	"boards/insight":   {ours: []string{"boards", "boards/reading"}, not: outside},
	"boards/boardtest": {ours: []string{"boards", "boards/template"}, not: outside},
	"boards/lettergen": {others: []string{"golang.org/x/text/unicode/norm"}},
	"boards/logtest":   {ours: []string{"boards"}, not: outside},
	"boards/reading":   {ours: []string{"boards"}, not: outside},
	"boards/report":    {ours: []string{"boards", "boards/insight", "boards/reading"}, others: []string{"github.com/xuri/excelize/v2"}, not: outside},
	"boards/survey": {others: []string{
		"github.com/orisano/gosax",
		"github.com/xuri/excelize/v2",
		"golang.org/x/text/encoding",
		"golang.org/x/text/encoding/charmap",
		"golang.org/x/text/encoding/unicode",
		"golang.org/x/text/unicode/norm",
	}, not: []string{"os", "net", "net/http", "database/sql"}},
	"boards/template":          {ours: []string{"boards"}, not: outside},
	"boards/typegen":           {ours: []string{"boards/typegen/ts"}},
	"boards/typegen/ts":        {ours: []string{"boards", "boards/insight"}, not: outside},
	"frontend":                 {},
	"server/clocktest":         {},
	"server/oplog/redistest":   {not: []string{"testing"}}, // programs start Redis with it too
	"server/signin/signintest": {},
	"server": {
		ours: []string{
			"boards",
			"boards/insight",
			"boards/report",
			"frontend",
			"server/live",
			"server/oplog",
			"server/print",
			"server/signin",
			"server/web",
		},
		others: []string{"github.com/alecthomas/kong"}},
	"server/web": {
		ours: []string{"boards", "boards/incoming", "boards/insight", "boards/report", "boards/survey", "boards/template", "server/live", "server/picture", "server/print",
			"server/signin"},
		others: []string{
			"github.com/gofiber/fiber/v2",
			"github.com/gofiber/fiber/v2/middleware/adaptor",
			"github.com/gofiber/websocket/v2",
			"github.com/fasthttp/websocket",
			"github.com/valyala/fasthttp",
			"github.com/prometheus/client_golang/prometheus",
			"github.com/prometheus/client_golang/prometheus/collectors",
			"github.com/prometheus/client_golang/prometheus/promhttp",
			"golang.org/x/sys/unix",
			"golang.org/x/text/unicode/norm",
		},
		not: []string{"database/sql"}},
	"server/live": {
		ours:   []string{"boards", "server/picture"},
		others: []string{"golang.org/x/text/unicode/norm", "github.com/rickar/cal/v2", "github.com/rickar/cal/v2/be", "github.com/rickar/cal/v2/nl"},
		not:    []string{"net", "net/http", "database/sql"}},
	"server/oplog": {
		ours: []string{"boards"},
		others: []string{
			"github.com/klauspost/compress/zstd",
			"modernc.org/sqlite",
			"modernc.org/sqlite/lib",
			"golang.org/x/sys/unix",
			"github.com/redis/go-redis/v9",
			"github.com/redis/go-redis/v9/maintnotifications",
		},
		not: []string{"net/http"}},
	"server/picture": {others: []string{"golang.org/x/image/draw", "golang.org/x/image/webp"}, not: outside},
	"server/print": {
		others: []string{
			"github.com/chromedp/chromedp",
			"github.com/chromedp/cdproto/cdp",
			"github.com/chromedp/cdproto/emulation",
			"github.com/chromedp/cdproto/fetch",
			"github.com/chromedp/cdproto/network",
			"github.com/chromedp/cdproto/page",
			"github.com/chromedp/cdproto/runtime",
			"golang.org/x/sys/unix",
		},
		not: []string{"database/sql"}},
	"server/signin": {
		others: []string{"github.com/coreos/go-oidc/v3/oidc", "golang.org/x/oauth2"},
		not:    []string{"database/sql"}},
	"bench/lines":   {others: []string{"github.com/fasthttp/websocket"}},
	"bench/proxies": {ours: []string{"bench/lines"}, others: []string{"github.com/fasthttp/websocket"}},
	"bench/crowd":   {ours: []string{"bench/lines", "boards", "server/oplog"}, others: []string{"github.com/fasthttp/websocket"}},
	"bench/faults": {
		ours:   []string{"bench/crowd", "bench/lines", "server/clocktest", "server/oplog", "server/oplog/redistest"},
		others: []string{"github.com/fasthttp/websocket"}},
	"bench/rows":     {ours: []string{"boards", "server/oplog"}, others: []string{"github.com/fasthttp/websocket"}},
	"bench/papers":   {ours: []string{"boards/boardtest"}},
	"bench/readback": {ours: []string{"boards", "boards/boardtest", "boards/insight", "boards/report"}},
	"bench/workshop": {ours: []string{"bench/crowd", "boards"}},
	"bench/load": {ours: []string{"bench/lines"}, others: []string{
		"github.com/fasthttp/websocket",
		"github.com/gofiber/fiber/v2",     // the floor we measure beside
		"github.com/gofiber/websocket/v2", // and its socket
	}},
}

// outside is what a package that only computes leaves alone.
var outside = []string{"os", "net", "net/http", "database/sql"}

// pure is all that package boards may import.
var pure = []string{
	"bytes",
	"cmp",
	"context",
	"crypto/sha256",
	"encoding/base64",
	"encoding/hex",
	"encoding/json",
	"errors",
	"fmt",
	"hash/fnv",
	"io",
	"iter",
	"maps",
	"math",
	"reflect",
	"slices",
	"sort",
	"strconv",
	"strings",
	"time",
	"unicode",
	"unicode/utf16",
	"unicode/utf8",
}

// impure is what package boards may not call although it may import it.
var impure = []string{"time.Now", "time.Since", "time.Sleep", "time.After", "fmt.Print", "fmt.Printf", "fmt.Println"}

// source is one file that is no test, parsed.
type source struct {
	path    string
	file    *ast.File
	imports []string
}

func sources(t *testing.T, dir string) (list []source) {
	t.Helper()
	err := filepath.WalkDir(filepath.Join("..", dir), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			if entry != nil && entry.IsDir() && path != filepath.Join("..", dir) {
				return fs.SkipDir
			}
			return err
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		s := source{path: path, file: file}
		for _, spec := range file.Imports {
			name, _ := strconv.Unquote(spec.Path.Value) // the parser accepted it
			s.imports = append(s.imports, name)
		}
		list = append(list, s)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// foreign are folders with Go code of others, or none.
var foreign = []string{"node_modules", "testdata", "data", "dist"}

// packages gives every folder of ours that holds Go code. What stands below .ci or in testdata is no part of the program.
func packages(t *testing.T) (dirs []string) {
	t.Helper()
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		dir := filepath.ToSlash(path)
		switch {
		case err != nil:
			return err
		case entry.IsDir() && dir != ".." && (strings.HasPrefix(entry.Name(), ".") || slices.Contains(foreign, entry.Name())):
			return fs.SkipDir
		case strings.HasSuffix(dir, ".go") && !strings.HasSuffix(dir, "_test.go"):
			dirs = append(dirs, strings.TrimPrefix(filepath.ToSlash(filepath.Dir(path)), "../"))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(dirs)
	return slices.Compact(dirs)
}

func TestEveryPackageHasItsArrows(t *testing.T) {
	found := packages(t)
	for _, dir := range found {
		if _, ok := arrows[dir]; !ok {
			t.Errorf("package %s stands in no row of arrows", dir)
		}
	}
	for dir := range arrows {
		if !slices.Contains(found, dir) {
			t.Errorf("arrows names %s, which is not there", dir)
		}
	}
}

func TestArrowsBetweenPackages(t *testing.T) {
	for dir, may := range arrows {
		for _, s := range sources(t, dir) {
			for _, name := range s.imports {
				ours, own := strings.CutPrefix(name, "muntsaus/")
				std := !strings.Contains(strings.SplitN(name, "/", 2)[0], ".")
				switch {
				case own && slices.Contains(may.ours, ours),
					!own && std && !slices.Contains(may.not, name),
					slices.Contains(may.others, name):
				default:
					t.Errorf("%s imports %s", s.path, name)
				}
			}
		}
	}
}

func TestBoardsIsPure(t *testing.T) {
	for _, s := range sources(t, "boards") {
		for _, name := range s.imports {
			if !slices.Contains(pure, name) {
				t.Errorf("%s imports %s", s.path, name)
			}
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if call, ok := n.(*ast.SelectorExpr); ok {
				if from, ok := call.X.(*ast.Ident); ok && slices.Contains(impure, from.Name+"."+call.Sel.Name) {
					t.Errorf("%s uses %s.%s", s.path, from.Name, call.Sel.Name)
				}
			}
			if _, ok := n.(*ast.GoStmt); ok {
				t.Errorf("%s starts a goroutine", s.path)
			}
			return true
		})
	}
}

// The line and its pen (server/web): nobody else in the server holds a websocket. The programs of bench are clients.
func TestTwoFilesKnowWebsockets(t *testing.T) {
	for dir := range arrows {
		if strings.HasPrefix(dir, "bench/") {
			continue
		}
		for _, s := range sources(t, dir) {
			for _, name := range s.imports {
				if strings.HasSuffix(name, "websocket/v2") || strings.HasSuffix(name, "fasthttp/websocket") {
					if path := filepath.ToSlash(s.path); path != "../server/web/socket.go" && path != "../server/web/pen.go" {
						t.Errorf("%s imports %s", s.path, name)
					}
				}
			}
		}
	}
}
