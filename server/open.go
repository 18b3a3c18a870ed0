package main

import (
	"cmp"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"muntsaus/server/web"
)

// Somebody who clicks on the program twice has no command line and reads no log: it serves, opens the browser, and says in their language
// where the boards are and how to stop. That is `muntsaus serve --open`, with the boards in a folder one finds again.

// asClicked sets the arguments of a double click and says whether that is all there is to do here, because a window goes on with them.
func asClicked() (elsewhere bool) {
	args := clicked(os.Args[1:], byHand, os.Getenv)
	if len(args) == len(os.Args)-1 {
		return false
	}
	os.Args = append(os.Args, args...)
	return hidden() && inWindow(args)
}

// clicked gives the arguments of a double click in place of none; nothing where somebody typed the name or a system started it.
func clicked(args []string, byHand func() bool, env func(string) string) []string {
	if len(args) > 0 || !byHand() {
		return args
	}
	args = []string{"serve", "--open", "--log-level", "warn"}
	if home, err := os.UserHomeDir(); err == nil && env("MUNTSAUS_DATA") == "" {
		args = append(args, "--data", filepath.Join(home, "Muntsaus"))
	}
	return args
}

// terminals are programs that show a window in which another one runs, with what stands before its name.
var terminals = [][]string{{"x-terminal-emulator", "-e"}, {"gnome-terminal", "--"}, {"konsole", "-e"}, {"xfce4-terminal", "-x"},
	{"xterm", "-e"}}

// inWindow starts this program again in a window, where a desktop would otherwise show nothing of it, and says whether it did.
func inWindow(args []string) bool {
	self, err := os.Executable()
	if err != nil {
		return false
	}
	for _, t := range terminals {
		if path, err := exec.LookPath(t[0]); err == nil {
			command := exec.Command(path, append(append(t[1:len(t):len(t)], self), args...)...)
			return command.Start() == nil
		}
	}
	return false
}

// browse opens an address in somebody's browser. Where none opens, the address can be typed: it is told in any case.
func browse(url string) {
	line := browserLine(url)
	command := exec.Command(line[0], line[1:]...)
	if command.Start() == nil {
		go func() { _ = command.Wait() }()
	}
}

// listen takes the address of the settings. Where somebody clicked and it is taken, there are two ways on: our own server that runs
// already, told by its address, or any other port.
func (s *serve) listen() (listener net.Listener, running string, err error) {
	listener, err = net.Listen("tcp", s.Listen)
	if err == nil || !s.Open {
		return listener, "", err
	}
	if _, port, cut := net.SplitHostPort(s.Listen); cut == nil {
		running = "http://" + net.JoinHostPort("127.0.0.1", port)
	}
	if isOurs(running) {
		return nil, running, nil
	}
	listener, err = net.Listen("tcp", ":0")
	return listener, "", err
}

// isOurs asks whoever listens there what a Muntsaus answers.
func isOurs(url string) bool {
	client := http.Client{Timeout: 4 * time.Second}
	answer, err := client.Get(url + "/api/addresses")
	if err != nil {
		return false
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(io.LimitReader(answer.Body, 4096))
	return err == nil && answer.StatusCode == http.StatusOK && strings.HasPrefix(string(text), `{"addresses":[`)
}

// already brings somebody who clicked again to what they started before.
func (s *serve) already(url string) error {
	fmt.Fprintf(os.Stderr, "\n  %s: %s\n", clickWords(language(os.Getenv)).already, url)
	browse(url)
	return nil
}

// ends are the signals that stop the server: also the end of the window in which somebody runs it.
func (s *serve) ends() []os.Signal {
	if s.Open {
		return []os.Signal{syscall.SIGTERM, os.Interrupt, syscall.SIGHUP}
	}
	return []os.Signal{syscall.SIGTERM, os.Interrupt}
}

// tell says what somebody who clicked wants to know.
func (s *serve) tell(url string, others []web.Address) {
	words := clickWords(language(os.Getenv))
	data, err := filepath.Abs(s.Data)
	if err != nil {
		data = s.Data
	}
	lines := [][2]string{{words.runs, url}}
	for _, a := range others {
		lines = append(lines, [2]string{words.others, fmt.Sprintf("%s   (%s)", a.URL, a.Name)})
	}
	if s.Redis == "" {
		lines = append(lines, [2]string{words.boards, data})
	}
	fmt.Fprintln(os.Stderr)
	for _, line := range append(lines, [2]string{words.stop, words.how}) {
		fmt.Fprintf(os.Stderr, "  %-24s %s\n", line[0], line[1])
	}
	fmt.Fprintln(os.Stderr)
}

// spoken are the words of tell in one language.
type spoken struct{ runs, already, others, boards, stop, how, enter string }

func clickWords(language string) spoken {
	if language == "nl" {
		return spoken{"Muntsaus draait", "Muntsaus draait al", "Voor de anderen", "De borden staan in", "Stoppen",
			"sluit dit venster of druk op Ctrl-C",
			"Druk op Enter om dit venster te sluiten."}
	}
	return spoken{"Muntsaus is running", "Muntsaus is running already", "For the others", "The boards are in", "To stop",
		"close this window or press Ctrl-C",
		"Press Enter to close this window."}
}

// language is nl or en, as the system speaks to this person.
func language(env func(string) string) string {
	if strings.HasPrefix(cmp.Or(env("LC_ALL"), env("LC_MESSAGES"), env("LANG"), systemLanguage()), "nl") {
		return "nl"
	}
	return "en"
}

// holdWindow keeps the window of a program that could not go on until somebody read why.
func holdWindow() {
	fmt.Fprintln(os.Stderr, "\n"+clickWords(language(os.Getenv)).enter)
	_, _ = os.Stdin.Read(make([]byte, 1))
}
