// Program readback reads every file that a board gives to take along with programs that are not ours, and says whether they find in it
// what is on the board: LibreOffice, two libraries for calendars, another reader of CSV, two rasterisers, the parser of Mermaid, and
// pdf.js, qpdf and MuPDF for the PDF.
//
//	make readback                  builds, installs what it reads with in a temporary folder, about five minutes
//	go run ./bench/readback -only lease-nl -tools DIR -keep DIR
//
// It needs npm and, from the system's packages, libreoffice-calc-nogui, qpdf, mupdf-tools and librsvg2-bin.
package main

import (
	"embed"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

//go:embed package.json read.mjs
var embedded embed.FS

const packages = "libreoffice-calc-nogui qpdf mupdf-tools librsvg2-bin poppler-utils"

var programs = []string{"soffice", "qpdf", "mutool", "rsvg-convert", "npm", "node", "pdffonts"}

func main() {
	only := flag.String("only", "", "the boards whose name holds this")
	tools := flag.String("tools", "", "folder with what npm installed before")
	keep := flag.String("keep", "", "folder in which the files stay")
	flag.Parse()
	if err := run(*only, *tools, *keep); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(only, tools, keep string) error {
	for _, program := range programs {
		if _, err := exec.LookPath(program); err != nil {
			return fmt.Errorf("%w; apt-get install --no-install-recommends %s", err, packages)
		}
	}
	temp, err := os.MkdirTemp("", "muntsaus-readback-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	if tools == "" {
		tools = filepath.Join(temp, "tools")
	}
	if err := installed(tools); err != nil {
		return err
	}
	if keep == "" {
		keep = filepath.Join(temp, "boards")
	}
	v := &verdict{tools: tools, office: filepath.Join(temp, "office")}
	for _, s := range samples() {
		if strings.Contains(s.name, only) {
			v.board(s, filepath.Join(keep, s.name))
		}
	}
	fmt.Printf("%d of %d found what is on the board\n", v.asked-v.failed, v.asked)
	if v.failed > 0 || v.asked == 0 {
		return fmt.Errorf("%d did not", v.failed)
	}
	return nil
}

// installed puts the readers from npm in a folder, at the versions of package.json, without running anything of theirs.
func installed(tools string) error {
	if err := os.MkdirAll(tools, 0o755); err != nil {
		return err
	}
	for _, name := range []string{"package.json", "read.mjs"} {
		data, err := embedded.ReadFile(name)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(tools, name), data, 0o644); err != nil {
			return err
		}
	}
	if _, err := os.Stat(filepath.Join(tools, "node_modules", "mermaid")); err == nil {
		return nil
	}
	npm := exec.Command("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
	npm.Dir, npm.Stdout, npm.Stderr = tools, os.Stdout, os.Stderr
	return npm.Run()
}

// verdict counts what was asked, and prints it.
type verdict struct {
	tools, office string
	asked, failed int
}

// tell prints what a program found in a file.
func (v *verdict) tell(board, reader, found string, err error) {
	v.asked++
	if err != nil {
		v.failed++
		fmt.Printf("NO   %-14s %-22s %v\n", board, reader, err)
		return
	}
	fmt.Printf("ok   %-14s %-22s %s\n", board, reader, found)
}

// board writes the files of a board as the program writes them, and has them read.
func (v *verdict) board(s sample, dir string) {
	want, err := s.written(dir)
	if err != nil {
		v.tell(s.name, "muntsaus", "", err)
		return
	}
	data, err := json.Marshal(want)
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "want.json"), data, 0o644)
	}
	v.tell(s.name, "muntsaus", fmt.Sprintf("%d files, PDF %d kB", len(want.Files), want.PDF/1024), err)
	v.again(s, dir)
	v.sheets(s.name, dir, want)
	v.paper(s.name, dir)
	v.drawing(s.name, dir)
	v.libraries(s.name, dir)
}

// libraries has the readers from npm read; each line they print is a verdict.
func (v *verdict) libraries(board, dir string) {
	node := exec.Command("node", filepath.Join(v.tools, "read.mjs"), dir)
	node.Dir, node.Stderr = v.tools, os.Stderr
	out, err := node.Output()
	if err != nil {
		v.tell(board, "node", "", err)
	}
	for line := range strings.Lines(string(out)) {
		reader, rest, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if wrong, failed := strings.CutPrefix(rest, "NO "); failed {
			v.tell(board, reader, "", fmt.Errorf("%s", wrong))
			continue
		}
		v.tell(board, reader, rest, nil)
	}
}
