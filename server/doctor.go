package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
)

// doctor looks at everything a workshop needs of a machine, with the settings of the server, also while that runs.
type doctor struct {
	Listen         string   `env:"MUNTSAUS_LISTEN" default:":8080" help:"Address the server listens on."`
	Data           string   `env:"MUNTSAUS_DATA" default:"./data" help:"Folder of the boards."`
	Redis          string   `env:"MUNTSAUS_REDIS" help:"Address of the Redis that has the boards, in place of --data." placeholder:"redis://host:6379"`
	PublicURL      []string `env:"MUNTSAUS_PUBLIC_URL" name:"public-url" help:"Address browsers use, when a proxy stands before the server." placeholder:"https://…"`
	TrustedProxies []string `env:"MUNTSAUS_TRUSTED_PROXIES" help:"Addresses or networks of proxies whose X-Forwarded-* headers are believed."`
	Chromium       string   `env:"MUNTSAUS_CHROMIUM" help:"Path of the Chromium that prints the PDF; empty looks for one." placeholder:"PATH"`
}

// mark is how serious a finding is.
type mark string

const (
	ok   mark = "ok"
	warn mark = "warn" // a workshop can be held, and something is less than people expect
	bad  mark = "bad"  // no workshop before this is mended
)

// finding is one line: what was looked at, how it is, and for what is not well what to do.
type finding struct {
	mark  mark
	about string
	says  string
}

func found(m mark, about, format string, args ...any) finding {
	return finding{m, about, fmt.Sprintf(format, args...)}
}

// Run prints a line for everything it looked at. Its error counts what is bad.
func (d *doctor) Run() error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	begin := time.Now()
	count := map[mark]int{}
	tell := func(findings ...finding) {
		for _, f := range findings {
			count[f.mark]++
			fmt.Printf("%-5s %-10s %s\n", f.mark, f.about, f.says)
		}
	}
	if d.Redis != "" {
		tell(redisFindings(ctx, d.Redis)...)
	} else {
		tell(folderFindings(d.Data)...)
	}
	tell(portFinding(d.Listen))
	tell(addressFindings(d.Listen, d.PublicURL)...)
	tell(proxyFindings(d.PublicURL, d.TrustedProxies)...)
	tell(printFindings(ctx, d.Chromium)...)
	if d.Redis == "" {
		tell(lastWriteFinding(d.Data, time.Now())...)
	}
	tell(clockFindings(begin, time.Now(), clockKept())...)
	switch {
	case count[bad] > 0:
		return fmt.Errorf("%d to mend before a workshop (bad), %d to know of (warn)", count[bad], count[warn])
	case count[warn] > 0:
		fmt.Printf("a workshop can be held; %d to know of (warn)\n", count[warn])
	default:
		fmt.Println("all is well")
	}
	return nil
}

// warnings is a log that keeps only what it warned of.
type warnings struct{ texts []string }

// Enabled takes warnings and worse.
func (w *warnings) Enabled(_ context.Context, level slog.Level) bool { return level >= slog.LevelWarn }

// Handle keeps the sentence.
func (w *warnings) Handle(_ context.Context, r slog.Record) error {
	w.texts = append(w.texts, r.Message)
	return nil
}

// WithAttrs changes nothing: the sentence is enough.
func (w *warnings) WithAttrs([]slog.Attr) slog.Handler { return w }

// WithGroup changes nothing.
func (w *warnings) WithGroup(string) slog.Handler { return w }

func (w *warnings) findings(about string) (list []finding) {
	for _, text := range w.texts {
		list = append(list, finding{warn, about, text})
	}
	return list
}

// bytesOf writes an amount as people say it.
func bytesOf(n int64) string {
	units := []string{"bytes", "kB", "MB", "GB", "TB"}
	amount := float64(n)
	for amount >= 1000 && len(units) > 1 {
		amount, units = amount/1000, units[1:]
	}
	return strings.TrimSuffix(fmt.Sprintf("%.1f", amount), ".0") + " " + units[0]
}
