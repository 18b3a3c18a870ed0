package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"muntsaus/boards/report"
	"muntsaus/server/live"
	"muntsaus/server/print"
)

// reportCommand makes a report of a board that was saved as a file; no server is needed.
type reportCommand struct {
	Board    string `arg:"" type:"existingfile" help:"The saved workshop (board.json)."`
	Out      string `short:"o" help:"File to write; ends in .html for the web page. Default: the name of the board with .pdf." placeholder:"FILE"`
	HTML     bool   `name:"html" help:"Write the web page instead of the PDF."`
	Lang     string `help:"nl or en; default the language of the board." enum:"nl,en," default:""`
	Chromium string `env:"MUNTSAUS_CHROMIUM" help:"Path of the Chromium that prints the PDF; empty looks for one." placeholder:"PATH"`
}

// Run reads the board, makes the report and writes it.
func (r *reportCommand) Run() error {
	doc, err := r.document()
	if err != nil {
		return err
	}
	if r.html() {
		return os.WriteFile(r.out(".html"), doc, 0o644)
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	printer := print.New(r.Chromium, slog.New(slog.NewTextHandler(os.Stderr, nil))).Beside()
	defer printer.Close()
	pdf, err := printer.PDF(ctx, report.OnPaper(doc))
	if errors.Is(err, print.ErrNoBrowser) {
		return fmt.Errorf("no Chromium found to print with; install one, name it with --chromium, "+
			"or use --html and print the page: %w", err)
	}
	if err != nil {
		return err
	}
	return os.WriteFile(r.out(".pdf"), pdf, 0o644)
}

func (r *reportCommand) document() ([]byte, error) {
	board, err := savedBoard(r.Board)
	if err != nil {
		return nil, err
	}
	return report.HTML(board, nil, report.Options{Language: r.Lang, Now: time.UnixMilli(live.Now().At), Version: version()})
}

func (r *reportCommand) html() bool { return r.HTML || strings.EqualFold(filepath.Ext(r.Out), ".html") }

func (r *reportCommand) out(kind string) string {
	if r.Out != "" {
		return r.Out
	}
	return strings.TrimSuffix(r.Board, filepath.Ext(r.Board)) + kind
}
