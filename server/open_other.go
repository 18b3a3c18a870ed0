//go:build !windows && !darwin

package main

import "os"

// byHand: there is a desktop and no terminal above this program. A system that starts it has no desktop; whoever typed its name has a
// terminal, even where nohup took input and output away.
func byHand() bool {
	return hidden() && (os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != "")
}

// hidden says that nobody sees what this program says.
func hidden() bool {
	tty, err := os.Open("/dev/tty")
	if err != nil {
		return true
	}
	_ = tty.Close() // only whether there is one
	return false
}

func browserLine(url string) []string { return []string{"xdg-open", url} }

func systemLanguage() string { return "" }
