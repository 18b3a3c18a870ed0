package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/debug"

	"muntsaus/boards"
	"muntsaus/server/oplog"
	"muntsaus/server/web"
)

// version names this build: the release, or the commit it was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 7 {
			return s.Value[:7]
		}
	}
	return ""
}

// build is what a program learns of this one. A file or a board of a higher number than these is refused, never half read.
type build struct {
	Version   string `json:"version"` // "" = built without a commit
	Go        string `json:"go"`
	OS        string `json:"os"`
	Arch      string `json:"arch"`
	Protocol  int    `json:"protocol"`  // of pages
	Entries   int    `json:"entries"`   // of the log and its snapshots
	File      int    `json:"file"`      // of muntsaus.db
	BoardJSON int    `json:"boardJson"` // of exported boards
}

// Run says which build this is.
func (v *versionOf) Run() error {
	b := build{version(), runtime.Version(), runtime.GOOS, runtime.GOARCH, web.Protocol, boards.Version, oplog.Format, boards.ExportVersion}
	if !v.JSON {
		fmt.Printf("muntsaus %s (%s, %s/%s)\n", cmp.Or(b.Version, "of no commit"), b.Go, b.OS, b.Arch)
		fmt.Printf("formats: muntsaus.db %d, entries %d, board.json %d, protocol of pages %d\n", b.File, b.Entries, b.BoardJSON, b.Protocol)
		return nil
	}
	text, err := json.Marshal(b)
	if err == nil {
		fmt.Println(string(text))
	}
	return err
}
