#!/bin/sh
# Reads docs/grafana.json as Grafana would: strictly, with the types Grafana Labs makes of its own schema. Needs the Go module proxy; nothing
# of it becomes part of this program. By hand: .ci does not run it.
set -eu
file=$(cd "$(dirname "$0")/.." && pwd)/docs/grafana.json
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >go.mod <<'MOD'
module dashboard

go 1.26

require github.com/grafana/grafana-foundation-sdk/go v0.0.22
MOD
cat >main.go <<'GO'
package main

import (
	"fmt"
	"os"

	"github.com/grafana/grafana-foundation-sdk/go/cog"
	"github.com/grafana/grafana-foundation-sdk/go/cog/plugins"
	"github.com/grafana/grafana-foundation-sdk/go/dashboard"
)

func main() {
	plugins.RegisterDefaultPlugins()
	text, err := os.ReadFile(os.Args[1])
	var board dashboard.Dashboard
	if err == nil {
		err = real(board.UnmarshalJSONStrict(text))
	}
	if err == nil {
		err = real(board.Validate())
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Printf("%s: %d panels, well formed\n", *board.Title, len(board.Panels))
}

// real takes an empty list of faults, which that package gives when all is well, for no error.
func real(err error) error {
	if faults, is := err.(cog.BuildErrors); is && len(faults) == 0 {
		return nil
	}
	return err
}
GO
GOFLAGS=-mod=mod go run . "$file"
