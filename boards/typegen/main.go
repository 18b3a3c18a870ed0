// Command typegen writes the TypeScript types and limits of all records from the table in package boards, so that the
// pages know what the server knows. Run by `go generate ./boards`; a test fails when the file is stale.
package main

import (
	"log"
	"os"

	"muntsaus/boards/typegen/ts"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: typegen FILE")
	}
	if err := os.WriteFile(os.Args[1], ts.Records(), 0o644); err != nil {
		log.Fatal(err)
	}
}
