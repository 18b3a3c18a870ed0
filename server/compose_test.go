package main

import (
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// under gives the lines of a YAML file below a path of names, by their indentation, with what they are below taken off.
func under(t *testing.T, text string, path ...string) string {
	t.Helper()
	for _, name := range path {
		var found []string
		inside := false
		for line := range strings.Lines(text) {
			switch nested := strings.HasPrefix(line, "  ") || strings.TrimSpace(line) == ""; {
			case !nested:
				_, rest, isName := strings.Cut(line, name+":")
				inside = isName && strings.HasPrefix(line, name)
				if inside {
					found = append(found, strings.TrimSpace(rest)+"\n")
				}
			case inside:
				found = append(found, strings.TrimPrefix(line, "  "))
			}
		}
		if found == nil {
			t.Fatalf("there is no %s", strings.Join(path, "."))
		}
		text = strings.Join(found, "")
	}
	return text
}

func composeFile(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../docker-compose.yml")
	must(t, err)
	return string(text)
}

// What README and docs/operate.md promise of `docker compose`, as far as it can be read off the file.
func TestComposeKeepsItsPromises(t *testing.T) {
	text := composeFile(t)
	for _, c := range []struct {
		path string
		want []string
	}{
		{"services muntsaus", []string{"<<: *app", `"8080:8080"`, "data:/data"}},
		{"services node1", []string{"<<: *node"}},
		{"services node2", []string{"<<: *node"}},
		{"x-node", []string{"<<: *app", "[cluster]", "condition: service_healthy", "MUNTSAUS_REDIS: redis://redis:6379", "MUNTSAUS_PUBLIC_URL: https://"}},
		{"x-app", []string{"cap_drop: [ALL]", "no-new-privileges:true", "init: true", "restart: unless-stopped"}},
		{"services redis", []string{"[cluster]", "--appendonly yes", "--appendfsync always", "--maxmemory-policy noeviction", `--save ""`, "redis:/data", "temp-rewriteaof-"}},
		{"services redis healthcheck", []string{"redis-cli ping"}},
		{"services caddy", []string{"[cluster]", `"443:443"`, "caddyfile", "caddy:/data"}},
		{"configs caddyfile content", []string{"tls {$$MUNTSAUS_TLS}", "respond /metrics 404", "reverse_proxy node1:8080 node2:8080 {", "health_uri /readyz"}},
	} {
		part := under(t, text, strings.Fields(c.path)...)
		for _, want := range c.want {
			if !strings.Contains(part, want) {
				t.Errorf("%s lacks %s", c.path, want)
			}
		}
	}
	if strings.Contains(under(t, text, "services", "muntsaus"), "profiles") {
		t.Error("`docker compose up` starts nothing")
	}
	if strings.Contains(under(t, text, "services", "redis"), "ports") {
		t.Error("Redis is open to the network")
	}
}

// A name that nobody reads is a setting that does nothing.
func TestContainersUseSettingsThereAre(t *testing.T) {
	dockerfile, err := os.ReadFile("../Dockerfile")
	must(t, err)
	known := []string{"MUNTSAUS_SITE", "MUNTSAUS_TLS", "MUNTSAUS_PROXY_NET"} // of the compose file itself
	for i := range reflect.TypeFor[serve]().NumField() {
		known = append(known, reflect.TypeFor[serve]().Field(i).Tag.Get("env"))
	}
	unit, err := os.ReadFile("../docs/muntsaus.service")
	must(t, err)
	for _, name := range regexp.MustCompile("MUNTSAUS_[A-Z_]+[A-Z]").FindAllString(composeFile(t)+string(dockerfile)+string(unit), -1) {
		if !slices.Contains(known, name) {
			t.Errorf("%s is no setting", name)
		}
	}
}

// The image runs as nobody in particular, with a browser and letters for the PDF, and says by itself whether it is well.
func TestImageKeepsItsPromises(t *testing.T) {
	text, err := os.ReadFile("../Dockerfile")
	must(t, err)
	last := string(text[strings.LastIndex(string(text), "\nFROM "):])
	for _, want := range []string{"chromium", "fonts-noto-cjk", "fonts-noto-color-emoji", "fonts-noto-core", "ca-certificates", "useradd --uid 10001", "USER muntsaus",
		"HEALTHCHECK", `["/usr/local/bin/muntsaus", "health"`, "MUNTSAUS_DATA=/data", "VOLUME /data"} {
		if !strings.Contains(last, want) {
			t.Errorf("the image lacks %s", want)
		}
	}
	if strings.Index(last, "USER muntsaus") > strings.Index(last, "ENTRYPOINT") || strings.Contains(last, "curl") {
		t.Error("the image runs as root, or with more than it needs")
	}
}
