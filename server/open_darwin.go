package main

import (
	"os"
	"path/filepath"
)

// byHand: Finder hands a program to a fresh Terminal by its whole path, in the home folder; what was made an application has
// launchd above it.
func byHand() bool {
	here, err := os.Getwd()
	home, _ := os.UserHomeDir()
	return err == nil && filepath.IsAbs(os.Args[0]) && here == home || os.Getppid() == 1 && os.Getenv("XPC_SERVICE_NAME") != "0"
}

// hidden: Terminal shows what a program says.
func hidden() bool { return false }

func browserLine(url string) []string { return []string{"/usr/bin/open", url} }

func systemLanguage() string { return "" }
