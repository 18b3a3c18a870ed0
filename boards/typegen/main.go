// Command typegen writes the TypeScript types of records and insights and the table of rights from package boards, so that the pages
// know what the server knows. Run by `go generate ./boards`; a test fails when the files are stale.
package main

import (
	"log"
	"os"
	"path/filepath"

	"muntsaus/boards/typegen/ts"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: typegen FOLDER")
	}
	for name, data := range ts.Files() {
		if err := os.WriteFile(filepath.Join(os.Args[1], name), data, 0o644); err != nil {
			log.Fatal(err)
		}
	}
}
