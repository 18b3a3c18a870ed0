package main

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// desk is a desktop on which the browser is a pipe, and whatever else is wanted a script of these words.
func desk(t *testing.T, command *exec.Cmd, scripts map[string]string) (opened string) {
	t.Helper()
	bin := t.TempDir()
	opened = filepath.Join(bin, "opened")
	must(t, syscall.Mkfifo(opened, 0o600))
	for name, text := range scripts {
		text = strings.ReplaceAll(text, "OPENED", opened)
		must(t, os.WriteFile(filepath.Join(bin, name), []byte("#!/bin/sh\n"+text+"\n"), 0o755))
	}
	command.Env = append(command.Env, "PATH="+bin, "DISPLAY=:0", "HOME="+t.TempDir(), "LANG=nl_NL.UTF-8", "LC_ALL=", "LC_MESSAGES=", "MUNTSAUS_DATA=")
	command.SysProcAttr = &syscall.SysProcAttr{Setsid: true} // no terminal, also where these tests have one
	return opened
}

const browser = `echo "$1" > OPENED`

func homeOf(command *exec.Cmd) string {
	return strings.TrimPrefix(command.Env[slices.IndexFunc(command.Env, func(e string) bool {
		return strings.HasPrefix(e, "HOME=") && e != "HOME="+os.Getenv("HOME")
	})], "HOME=")
}

// TestADoubleClickServesAndSaysSo: the browser opens at the server, the boards are in the home folder, and the words are Dutch there; a
// second click finds the first.
func TestADoubleClickServesAndSaysSo(t *testing.T) {
	t.Parallel()
	first := program(t)
	opened := desk(t, first, map[string]string{"xdg-open": browser})
	first.Env = append(first.Env, "MUNTSAUS_LISTEN=127.0.0.1:0")
	out, err := first.StderrPipe()
	must(t, err)
	must(t, first.Start())
	t.Cleanup(func() { _ = first.Process.Kill() })
	url := strings.TrimSpace(readText(t, opened))
	said := ""
	for lines := bufio.NewScanner(out); !strings.Contains(said, "Ctrl-C") && lines.Scan(); {
		said += lines.Text() + "\n"
	}
	for _, want := range []string{"Muntsaus draait", url, filepath.Join(homeOf(first), "Muntsaus"), "sluit dit venster"} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q: %s", want, said)
		}
	}
	again := program(t)
	seen := desk(t, again, map[string]string{"xdg-open": browser})
	again.Env = append(again.Env, "MUNTSAUS_LISTEN="+strings.TrimPrefix(url, "http://"))
	must(t, again.Start())
	if now := strings.TrimSpace(readText(t, seen)); now != url {
		t.Errorf("the second click opened %q, not %q", now, url)
	}
	must(t, again.Wait())
	must(t, first.Process.Signal(syscall.SIGHUP)) // the window is closed
	must(t, first.Wait())
}

// TestADoubleClickOpensAWindow where the desktop has a program that shows one.
func TestADoubleClickOpensAWindow(t *testing.T) {
	t.Parallel()
	click := program(t)
	opened := desk(t, click, map[string]string{"x-terminal-emulator": `echo "$@" > OPENED`})
	must(t, click.Start())
	if got := readText(t, opened); !strings.Contains(got, "serve --open --log-level warn --data "+filepath.Join(homeOf(click), "Muntsaus")) {
		t.Errorf("the window shows %q", got)
	}
	must(t, click.Wait())
}

// TestWhatIsNoDoubleClick: whoever typed something, and whatever a system starts, serves as before.
func TestWhatIsNoDoubleClick(t *testing.T) {
	t.Parallel()
	never, always := func() bool { return false }, func() bool { return true }
	if args := clicked(nil, never, os.Getenv); len(args) > 0 {
		t.Errorf("started by a system: %q", args)
	}
	if args := clicked([]string{"check"}, always, os.Getenv); len(args) != 1 {
		t.Errorf("with a command: %q", args)
	}
	if args := clicked(nil, always, func(string) string { return "/boards" }); slices.Contains(args, "--data") {
		t.Errorf("its own folder in place of MUNTSAUS_DATA: %q", args)
	}
}

func readText(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name) // a pipe: until somebody wrote
	must(t, err)
	return string(text)
}
