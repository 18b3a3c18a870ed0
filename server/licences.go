package main

import (
	_ "embed"
	"io"
	"os"
)

// licences names all that is inside this program, with the text of each licence once: `make dependencies` writes it.
//
//go:embed licences.txt
var licences string

type licencesOf struct{}

// Run prints it.
func (licencesOf) Run() error {
	_, err := io.WriteString(os.Stdout, licences)
	return err
}
