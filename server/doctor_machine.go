package main

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"muntsaus/server/oplog"
	"muntsaus/server/print"
	"muntsaus/server/web"
)

// portFinding says whether the server can listen there, or already does.
func portFinding(listen string) finding {
	listener, err := net.Listen("tcp", listen)
	if err == nil {
		address := listener.Addr()
		listener.Close()
		return found(ok, "port", "%s is free", address)
	}
	if address, err := net.ResolveTCPAddr("tcp", listen); err == nil && ours("http://"+local(address)) {
		return found(ok, "port", "a server of Muntsaus answers on %s", listen)
	}
	return found(bad, "port", "cannot listen on %s (%v): stop what uses it, or choose another port (--listen :8081)", listen, err)
}

// ours says whether a server of Muntsaus answers.
func ours(url string) bool {
	client := http.Client{Timeout: 4 * time.Second}
	answer, err := client.Get(url + "/healthz")
	if err != nil {
		return false
	}
	defer answer.Body.Close()
	return answer.StatusCode == http.StatusOK
}

// addressFindings lists what people in the room could type.
func addressFindings(listen string, public []string) (list []finding) {
	for _, url := range public {
		list = append(list, found(ok, "address", "%s is what phones are told (--public-url)", url))
	}
	if len(list) > 0 {
		return list
	}
	address, err := net.ResolveTCPAddr("tcp", listen)
	if err != nil {
		return []finding{found(bad, "address", "--listen must look like :8080 or 192.168.1.10:8080, not %s", listen)}
	}
	for _, a := range web.LocalAddresses(address) {
		list = append(list, found(ok, "address", "%s (%s); whether phones get there is proved once one opens it", a.URL, a.Name))
	}
	switch {
	case len(list) > 0:
	case address.IP.IsLoopback():
		return []finding{found(warn, "address", "%s is for this machine alone: phones need --listen :%d, or a proxy and --public-url",
			listen, address.Port)}
	case web.InContainer():
		return []finding{found(warn, "address",
			"this is a container, whose own address leads nowhere from outside: "+
				"set --public-url to the address of its host, as phones type it")}
	default:
		return []finding{found(warn, "address",
			"no network card leads to phones: connect to the network of the room, or set --public-url to an address that leads here")}
	}
	return list
}

// proxyFindings: a proxy that is not believed makes one person of everybody, and a mistyped one is never believed.
func proxyFindings(public, trusted []string) (list []finding) {
	for _, proxy := range trusted {
		_, notOne := netip.ParseAddr(proxy)
		if _, notMany := netip.ParsePrefix(proxy); notOne != nil && notMany != nil {
			list = append(list, found(bad, "proxy",
				"--trusted-proxies takes addresses and networks, as 127.0.0.1 or 10.0.0.0/24, not %s", proxy))
		}
	}
	https := slices.ContainsFunc(public, func(url string) bool { return strings.HasPrefix(url, "https://") })
	switch {
	case len(list) > 0:
		return list
	case len(trusted) > 0:
		return []finding{found(ok, "proxy", "%s tells where people come from", strings.Join(trusted, ", "))}
	case https:
		return []finding{found(warn, "proxy",
			"https ends at a proxy and none is believed: everybody counts as one address. Name it with --trusted-proxies")}
	}
	return nil
}

// printFindings prints a page for real.
func printFindings(ctx context.Context, path string) []finding {
	warned := &warnings{}
	printer := print.New(path, slog.New(warned))
	defer printer.Close()
	browser, err := printer.Find()
	if err != nil {
		return []finding{found(warn, "pdf",
			"no Chromium found: reports are web pages, no PDFs. Install chromium or Google Chrome, or name one (--chromium)")}
	}
	begin := time.Now()
	page := []byte(`<!doctype html><html lang="en"><title>Muntsaus</title><h1>Muntsaus</h1></html>`)
	pdf, err := printer.PDF(ctx, page)
	if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF")) {
		return append(warned.findings("pdf"), found(bad, "pdf",
			"%s does not print (%v): install another one, or name one that does (--chromium)", browser, err))
	}
	if len(warned.texts) > 0 {
		warned.texts = append(warned.texts, "what it prints holds no script and reaches no network; "+
			"outside a container, run the server as a user of its own and not as root")
	}
	return append(warned.findings("pdf"), found(ok, "pdf", "%s printed a page in %.1f s", browser, time.Since(begin).Seconds()))
}

// Years in which a clock that is right stands.
const (
	firstYear = 2026
	lastYear  = 2100
	mostDrift = 2 * time.Second
)

// clockFindings says what can be told of the clock without a network: its year, whether it jumped meanwhile, and who keeps it right.
func clockFindings(begin, end time.Time, kept error) (list []finding) {
	if year := end.Year(); year < firstYear || year > lastYear {
		return []finding{found(bad, "clock", "it says %s: set it, for rounds, dates and sign-ins go by it",
			end.Format(time.DateTime))}
	}
	wall := end.Round(0).Sub(begin.Round(0)) // Round takes the monotonic reading away
	if jump := wall - end.Sub(begin); jump.Abs() > mostDrift {
		list = append(list, found(warn, "clock", "it jumped by %v while we looked: let one time service keep it", jump.Round(time.Second)))
	}
	if kept != nil {
		list = append(list, found(warn, "clock",
			"%v: switch on a time service (timedatectl set-ntp true), for a container on its host", kept))
	}
	if len(list) == 0 {
		list = append(list, found(ok, "clock", "%s, as far as can be told without a network", end.Format("2006-01-02 15:04 MST")))
	}
	return list
}

// lastWriteFinding holds the clock against the newest file of the boards.
func lastWriteFinding(dir string, now time.Time) []finding {
	files, err := filepath.Glob(filepath.Join(dir, "muntsaus.db*"))
	if err != nil || oplog.Holds(dir) != nil {
		return nil
	}
	for _, name := range files {
		info, err := os.Stat(name)
		if errors.Is(err, os.ErrNotExist) || strings.Contains(name, ".before") {
			continue
		}
		if err == nil && info.ModTime().Sub(now) > time.Minute {
			return []finding{found(warn, "clock", "the boards were last written at %s, which is still to come: "+
				"this clock is behind, or was ahead then", info.ModTime().Format(time.DateTime))}
		}
	}
	return nil
}
