#!/usr/bin/env bash
# Reads docker-compose.yml with the parser of Docker Compose itself, without and with the profile of several nodes, and prints what would be
# started. By hand: it fetches that parser, which is no part of the program, into a module of its own that goes afterwards.
set -euo pipefail
file=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)/docker-compose.yml
work=$(mktemp -d "${TMPDIR:-/tmp}/compose.XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >main.go <<'EOF'
package main

import (
	"context"
	"fmt"
	"os"
	"slices"

	"github.com/compose-spec/compose-go/v2/cli"
)

func main() {
	for _, profiles := range [][]string{nil, {"cluster"}} {
		options, err := cli.NewProjectOptions([]string{os.Args[1]}, cli.WithName("muntsaus"), cli.WithProfiles(profiles))
		if err == nil {
			project, wrong := options.LoadProject(context.Background())
			if err = wrong; err == nil {
				fmt.Println("profiles", profiles, "start", slices.Sorted(slices.Values(project.ServiceNames())))
			}
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}
EOF
go mod init compose 2>/dev/null
go get github.com/compose-spec/compose-go/v2@v2.9.1 2>/dev/null
go mod tidy 2>/dev/null
go run . "$file"
