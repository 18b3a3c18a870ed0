// Proxies holds a small workshop through proxies as they are: the samples of docs/proxies in front of a server, over https by a
// certificate authority made for the occasion and over plain http, by each of the ways a page comes. bench/proxies.sh runs it.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"muntsaus/bench/lines"
)

func main() {
	program := flag.String("program", "bin/muntsaus", "the server")
	nginx := flag.String("nginx", "nginx", "the program; empty leaves it out")
	caddy := flag.String("caddy", "caddy", "the program; empty leaves it out")
	only := flag.String("only", "", "cases with this in their name")
	flag.Parse()
	cases = slices.DeleteFunc(cases, func(c test) bool { return !strings.Contains(c.name, *only) })
	dir, err := os.MkdirTemp("", "muntsaus-proxies-*")
	if err == nil {
		err = all(dir, *program, map[string]string{"nginx": *nginx, "caddy": *caddy})
		err = errors.Join(err, os.RemoveAll(dir))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// all goes through the cases; each failure is told and counted.
func all(dir, program string, proxies map[string]string) error {
	authority, err := newAuthority(dir)
	if err != nil {
		return err
	}
	failed := 0
	for _, c := range cases {
		if proxies[c.proxy] == "" {
			fmt.Printf("%-44s not run\n", c.name)
			continue
		}
		if err := c.run(dir, program, proxies[c.proxy], authority); err != nil {
			failed++
			fmt.Printf("%-44s FAILED: %v\n", c.name, err)
		}
	}
	if failed > 0 {
		return fmt.Errorf("%d of %d cases failed", failed, len(cases))
	}
	return nil
}

// run starts server and proxy and holds the workshop by each way.
func (c test) run(dir, program, proxy string, authority *authority) error {
	site, err := c.start(dir, program, proxy, authority)
	if err != nil {
		return err
	}
	defer site.stop()
	if c.refused != "" {
		if err := site.refuses(c.refused); err != nil {
			return err
		}
		fmt.Printf("%-44s refused, and the log says why\n", c.name)
		return nil
	}
	for _, way := range lines.Ways {
		from := time.Now()
		proto, err := site.workshop(way, c.silent)
		if err != nil {
			return fmt.Errorf("%s: %w", way, err)
		}
		fmt.Printf("%-44s %-7s well, %s, %.1f s\n", c.name, way, proto, time.Since(from).Seconds())
	}
	return nil
}

// workshop makes a board, lets somebody join, and has both write to the other; with a silence in between as in a break.
func (s *site) workshop(way string, silent time.Duration) (proto string, err error) {
	ctx, done := context.WithTimeout(context.Background(), time.Minute+silent)
	defer done()
	var board struct{ BoardID, JoinCode, Seat string }
	body := `{"template":"lease","agenda":"2h","language":"nl","title":"Proxy"}`
	if proto, err = s.ask(ctx, "POST", "/api/boards", body, &board); err != nil {
		return "", err
	}
	var found struct{ Departments []struct{ ID string } }
	if _, err = s.ask(ctx, "GET", "/api/join/"+board.JoinCode, "", &found); err != nil {
		return "", err
	}
	var guest struct{ Seat string }
	body = fmt.Sprintf(`{"name":"Gast","departmentId":%q}`, found.Departments[0].ID)
	if _, err = s.ask(ctx, "POST", "/api/join/"+board.JoinCode, body, &guest); err != nil {
		return "", err
	}
	host, err := s.screen(ctx, way, board.BoardID, board.Seat, "page-of-the-host")
	if err != nil {
		return "", err
	}
	defer host.Close()
	other, err := s.screen(ctx, way, board.BoardID, guest.Seat, "page-of-the-guest")
	if err != nil {
		return "", err
	}
	defer other.Close()
	if err := pass(host, other, 1); err != nil {
		return "", fmt.Errorf("at once: %w", err)
	}
	if err := stay(silent, host, other); err != nil {
		return "", fmt.Errorf("in the silence: %w", err)
	}
	if err := pass(host, other, 2); err != nil {
		return "", fmt.Errorf("after the silence: %w", err)
	}
	return proto, nil
}
