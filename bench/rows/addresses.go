package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
)

// cards are what ip(8) makes: one of Docker, and one that leads outside.
var cards = []string{
	"link set lo up",
	"link add docker0 type bridge", "addr add 172.17.0.1/16 dev docker0", "link set docker0 up",
	"link add eth0 type veth peer name far0", "addr add 192.168.1.20/24 dev eth0", "link set eth0 up", "link set far0 up",
}

// insideAddress: a laptop on a network of its own, with a card of Docker beside the one that leads outside.
func insideAddress(h *house) (seen string) {
	fault := make(chan any)
	go func() { // the thread stays in its network, so it ends with this
		defer func() { fault <- recover() }()
		runtime.LockOSThread()
		if err := syscall.Unshare(syscall.CLONE_NEWNET); err != nil {
			breakOff("needs root, for a network of its own: %v", err)
		}
		for _, line := range cards {
			if out, err := exec.Command("ip", strings.Fields(line)...).CombinedOutput(); err != nil {
				breakOff("ip %s: %s", line, out)
			}
		}
		h.open("--listen", "0.0.0.0:0")
		defer h.stop(syscall.SIGTERM)
		if text := h.near("/api/addresses"); strings.Contains(text, "172.17.0.1") {
			seen = text
		}
	}()
	if r := <-fault; r != nil {
		panic(r)
	}
	return say(seen != "", "people are sent to a network inside this machine: %s", seen)
}

// near asks from the network that this thread is in.
func (h *house) near(path string) string {
	_, port, err := net.SplitHostPort(strings.TrimPrefix(h.url, "http://"))
	must(err)
	conn, err := net.Dial("tcp", "127.0.0.1:"+port)
	must(err)
	defer conn.Close()
	_, err = fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n", path, port)
	must(err)
	got, err := http.ReadResponse(bufio.NewReader(conn), nil)
	must(err)
	defer got.Body.Close()
	text, err := io.ReadAll(got.Body)
	must(err)
	return string(text)
}
