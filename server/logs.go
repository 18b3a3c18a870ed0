package main

import (
	"fmt"
	"io"
	"log/slog"
	"regexp"
	"runtime"
)

// newLogger writes JSON lines. Names and contents are never given to it; what might slip in with an error is taken out here:
// anything long enough to be an id, a key or a seat keeps its first characters only. They are enough to find a board's lines
// together, and open nothing.
func newLogger(to io.Writer, level slog.Level) *slog.Logger {
	return slog.New(slog.NewJSONHandler(to, &slog.HandlerOptions{Level: level, ReplaceAttr: discreet}))
}

// idLike is what may be an id or a secret: ours have 16 characters or more.
var idLike = regexp.MustCompile(`[A-Za-z0-9_-]{16,}(\.[A-Za-z0-9]+)?`)

// open are values that are ours from the first letter to the last.
var open = map[string]bool{
	slog.TimeKey: true, slog.LevelKey: true, slog.MessageKey: true,
	"stack": true, "url": true, "browser": true, "route": true, "folder": true,
}

func discreet(_ []string, a slog.Attr) slog.Attr {
	if open[a.Key] || a.Value.Kind() != slog.KindString && a.Value.Kind() != slog.KindAny {
		return a
	}
	if a.Key == "fault" {
		return slog.String(a.Key, faultOf(a.Value.Any()))
	}
	return slog.String(a.Key, idLike.ReplaceAllStringFunc(a.Value.String(), func(s string) string { return s[:8] + "…" }))
}

// faultOf says what broke without what it broke on: the runtime's own words hold no contents, those of others might.
func faultOf(fault any) string {
	if err, ok := fault.(runtime.Error); ok {
		return err.Error()
	}
	return fmt.Sprintf("%T", fault)
}
