package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// test is one proxy as somebody set it up.
type test struct {
	name, proxy string
	plain       bool                       // by http
	public      bool                       // the server was told --public-url
	change      func(sample string) string // what differs from the sample
	silent      time.Duration              // a break in which nobody writes
	refused     string                     // what the server's log says, where a page must be refused
}

var cases = []test{
	{name: "nginx, https, as in docs", proxy: "nginx", public: true},
	{name: "nginx, http", proxy: "nginx", plain: true, public: true, change: overPlain},
	{name: "nginx, https, cuts what is silent for 30 s", proxy: "nginx", public: true, silent: 40 * time.Second, change: impatient},
	{name: "nginx without Host, --public-url", proxy: "nginx", public: true, change: noHost},
	{name: "nginx without Host, no --public-url", proxy: "nginx", change: noHost, refused: "let it pass on Host"},
	{name: "caddy, https, as in docs", proxy: "caddy", public: true},
	{name: "caddy, http", proxy: "caddy", plain: true, public: true, change: func(s string) string {
		return strings.Replace(strings.Replace(s, "\ttls ", "\t# tls ", 1), "\n"+siteName+" {", "\nhttp://"+siteName+" {", 1)
	}},
}

func impatient(sample string) string {
	return strings.ReplaceAll(sample, "_timeout 90s", "_timeout 30s")
}

func noHost(sample string) string {
	return strings.Replace(sample, "proxy_set_header Host", "# proxy_set_header Host", 1)
}

// overPlain leaves https out of the sample of nginx.
func overPlain(sample string) string {
	at, end := strings.Index(sample, "server {\n    listen 80;"), strings.Index(sample, "server {\n    listen 443")
	sample = strings.Replace(sample[:at]+sample[end:], "listen 443 ssl http2;", "listen 443;", 1)
	return strings.NewReplacer("ssl_certificate", "# ssl_certificate").Replace(sample)
}

// configure writes what the proxy reads, and gives the arguments to start it.
func (c test) configure(dir, server string, port, other int, a *authority) (args []string, err error) {
	file := map[string]string{"nginx": "nginx.conf", "caddy": "Caddyfile"}[c.proxy]
	text, err := os.ReadFile(filepath.Join("docs", "proxies", file))
	if err != nil {
		return nil, err
	}
	sample := string(text)
	if c.change != nil {
		if sample = c.change(sample); sample == string(text) {
			return nil, fmt.Errorf("the sample does not say any more what this case changes")
		}
	}
	sample = strings.NewReplacer("127.0.0.1:8080", server, "/etc/ssl/workshop.crt", a.cert, "/etc/ssl/workshop.key", a.key,
		"listen 443", fmt.Sprint("listen ", port), "listen 80", fmt.Sprint("listen ", other)).Replace(sample)
	path := filepath.Join(dir, file)
	if c.proxy == "nginx" {
		sample = fmt.Sprintf("daemon off; pid %[1]s/nginx.pid; error_log %[1]s/nginx.log; events {}\nhttp { access_log off;\n"+
			"client_body_temp_path %[1]s/a; proxy_temp_path %[1]s/b; fastcgi_temp_path %[1]s/c;\n"+
			"uwsgi_temp_path %[1]s/d; scgi_temp_path %[1]s/e;\n%[2]s}\n", dir, sample)
		return []string{"-p", dir, "-c", path}, os.WriteFile(path, []byte(sample), 0o600)
	}
	sample = fmt.Sprintf("{\n\tadmin off\n\thttp_port %d\n\thttps_port %d\n}\n", c.httpPort(port, other), c.httpsPort(port, other)) + sample
	return []string{"run", "--config", path, "--adapter", "caddyfile"}, os.WriteFile(path, []byte(sample), 0o600)
}

func (c test) httpPort(port, other int) int {
	if c.plain {
		return port
	}
	return other
}

func (c test) httpsPort(port, other int) int {
	if c.plain {
		return other
	}
	return port
}
