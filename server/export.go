package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"muntsaus/boards"
	"muntsaus/boards/report"
	"muntsaus/server/live"
)

// exportCommand writes another form of a board that was saved as a file; no server is needed.
type exportCommand struct {
	Board  string `arg:"" type:"existingfile" help:"The saved workshop (board.json)."`
	Format string `help:"md, xlsx, csv (the fixes), ics or svg." enum:"md,xlsx,csv,ics,svg" required:""`
	Out    string `short:"o" help:"File to write; - for standard output. Default: the name of the board with that ending." placeholder:"FILE"`
	Lang   string `help:"nl or en; default the language of the board." enum:"nl,en," default:""`
}

// formats make a file of a board, by the ending of its name.
var formats = map[string]func(b *boards.Board, language string) ([]byte, error){
	"md": func(b *boards.Board, language string) ([]byte, error) { return report.Markdown(b, language), nil },
	"xlsx": func(b *boards.Board, language string) ([]byte, error) {
		var out bytes.Buffer
		err := report.Workbook(&out, b, language)
		return out.Bytes(), err
	},
	"csv": report.FixesCSV,
	"ics": func(b *boards.Board, language string) ([]byte, error) { return report.Calendar(b, language), nil },
	"svg": report.SVG,
}

// Run reads the board and writes the file.
func (e *exportCommand) Run() error {
	board, err := savedBoard(e.Board)
	if err != nil {
		return err
	}
	file, err := formats[e.Format](board, e.Lang)
	if err != nil {
		return err
	}
	switch e.Out {
	case "-":
		_, err = os.Stdout.Write(file)
		return err
	case "":
		return os.WriteFile(strings.TrimSuffix(e.Board, filepath.Ext(e.Board))+"."+e.Format, file, 0o644)
	}
	return os.WriteFile(e.Out, file, 0o644)
}

// savedBoard opens a board that was saved as a file.
func savedBoard(path string) (*boards.Board, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	now := live.Now()
	founder, err := boards.Import(data, now.ID(), now.ID(), now)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	board, err := founder.Board()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return board, nil
}
