package main

import (
	"encoding/json"
	"os"
	"strings"
)

// ours is how the import path of a package of this program begins.
const ours = "muntsaus"

// foreign says whether go vet asks about a package of somebody else, of which only the types are wanted. What the checks would work
// out about its functions takes minutes for the standard library, the drivers and Chromium's protocol, and those that matter they
// know by name.
func foreign(args []string) bool {
	if len(args) == 0 || !strings.HasSuffix(args[len(args)-1], ".cfg") {
		return false
	}
	data, err := os.ReadFile(args[len(args)-1])
	var asked struct {
		VetxOnly   bool
		ImportPath string
	}
	return err == nil && json.Unmarshal(data, &asked) == nil && asked.VetxOnly && !strings.HasPrefix(asked.ImportPath, ours)
}
