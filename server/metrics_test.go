package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	wire "github.com/fasthttp/websocket"

	"muntsaus/server/clocktest"
	"muntsaus/server/oplog"
)

// readings gives what /metrics of a running server says: the values, and the names without labels with their help.
func (c *child) readings(t *testing.T) (values map[string]float64, help map[string]string) {
	t.Helper()
	answer, err := http.Get(c.url + "/metrics")
	must(t, err)
	defer answer.Body.Close()
	values, help = map[string]float64{}, map[string]string{}
	for lines := bufio.NewScanner(answer.Body); lines.Scan(); {
		if about, ok := strings.CutPrefix(lines.Text(), "# HELP "); ok {
			name, text, _ := strings.Cut(about, " ")
			help[name] = text
		} else if cut := strings.LastIndexByte(lines.Text(), ' '); cut > 0 && lines.Text()[0] != '#' {
			values[lines.Text()[:cut]], err = strconv.ParseFloat(lines.Text()[cut+1:], 64)
			must(t, err)
		}
	}
	return values, help
}

// Every number that operators are promised moves when the thing happens, in the program as it is started. What a slow screen
// missed is driven in package web, where it takes no minutes.
func TestMetricsOfARunningServer(t *testing.T) {
	t.Parallel()
	server := serveIn(t, t.TempDir())
	board := server.create(t)
	conn := server.dial(t, board, "page")
	records(t, conn)
	must(
		t,
		conn.WriteMessage(
			wire.TextMessage,
			[]byte(`{"type":"push","n":1,"ops":[{"op":"put","kind":"note","id":"note-of-the-metrics-1","fields":{"text":"dag"}}]}`),
		),
	)
	must(
		t,
		conn.WriteMessage(
			wire.TextMessage,
			[]byte(`{"type":"push","n":2,"ops":[{"op":"put","kind":"note","id":"note-of-the-metrics-2","fields":{"nothing":"dag"}}]}`),
		),
	)
	for _, language := range []string{"nl", "en"} { // one is printed, the other waits
		go func() { // on a crowded machine the first browser may be given up
			for t.Context().Err() == nil && documentOf(t.Context(), server, board, "report.pdf?lang="+language) != nil {
			}
		}()
	}
	wanted := map[string]bool{
		"muntsaus_rooms":                                         true,
		"muntsaus_members":                                       true,
		"muntsaus_op_seconds_count":                              true,
		"muntsaus_append_seconds_count":                          true,
		`muntsaus_refused_total{code="unknown_field"}`:           true,
		"muntsaus_report_queue":                                  true,
		`muntsaus_report_seconds_count{kind="pdf",outcome="ok"}`: true,
		"muntsaus_store_bytes":                                   true,
		"muntsaus_disk_free_bytes":                               true,
	}
	for deadline := time.Now().Add(clocktest.Patience); len(wanted) > 0; time.Sleep(20 * time.Millisecond) {
		values, _ := server.readings(t)
		for name := range wanted {
			if values[name] > 0 {
				delete(wanted, name)
			}
		}
		if time.Now().After(deadline) {
			t.Fatalf("still zero: %v", wanted)
		}
	}
	server.stop(t)
}

// Every number of ours stands in docs/operate.md with its sentence, and the page names none that is not there.
func TestMetricsAreInTheDocs(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../docs/operate.md")
	must(t, err)
	server := serveWith(t, "--data", t.TempDir(), "--backup-to", t.TempDir())
	board := server.create(t) // some numbers are there only once something happened
	conn := server.dial(t, board, "page")
	records(t, conn)
	must(t, conn.WriteMessage(wire.TextMessage, []byte(`{"type":"push","n":1,"ops":[{"op":"del","id":"nothing-of-the-kind"}]}`)))
	for kind := ""; kind != "refused"; {
		var f struct{ Type string }
		must(t, conn.ReadJSON(&f))
		kind = f.Type
	}
	must(t, documentOf(t.Context(), server, board, "report"))
	_, help := server.readings(t)
	server.stop(t)
	for name, about := range help {
		if row := "| `" + name + "` | " + about + " |"; strings.HasPrefix(name, "muntsaus_") && !strings.Contains(string(text), row) {
			t.Errorf("docs/operate.md lacks or differs: %s", row)
		}
	}
	for _, name := range regexp.MustCompile("muntsaus_[a-z_]+[a-z]").FindAllString(string(text), -1) {
		name = strings.TrimSuffix(strings.TrimSuffix(name, "_count"), "_bucket")
		if help[name] == "" && !strings.HasPrefix(name, "muntsaus_redis_") {
			t.Errorf("docs/operate.md names %s, which is not there", name)
		}
	}
	checkDashboard(t, help)
}

// inDashboard finds the metrics that docs/grafana.json asks for.
var inDashboard = regexp.MustCompile(`\b(muntsaus|go|process)_[a-z_]+[a-z]`)

// The dashboard for Grafana asks for numbers that are there alone, and for every one of ours.
func checkDashboard(t *testing.T, help map[string]string) {
	t.Helper()
	text, err := os.ReadFile("../docs/grafana.json")
	must(t, err)
	if !json.Valid(text) {
		t.Error("docs/grafana.json is no JSON")
	}
	for name, reading := range (&oplog.Redis{}).State() {
		help["muntsaus_redis_"+name] = reading.Help
	}
	asked := map[string]bool{}
	for _, name := range inDashboard.FindAllString(string(text), -1) {
		name = strings.TrimSuffix(strings.TrimSuffix(name, "_count"), "_bucket")
		if asked[name] = true; help[name] == "" {
			t.Errorf("docs/grafana.json asks for %s, which is not there", name)
		}
	}
	for name := range help {
		if strings.HasPrefix(name, "muntsaus_") && !asked[name] {
			t.Errorf("docs/grafana.json shows nothing of %s", name)
		}
	}
}

// documentOf asks for a file of a board, as its facilitator.
func documentOf(ctx context.Context, c *child, board map[string]any, file string) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, c.url+"/api/boards/"+board["boardId"].(string)+"/"+file, nil)
	if err != nil {
		return err
	}
	request.Header.Set("Authorization", "Bearer "+board["seat"].(string))
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return errors.New(answer.Status)
	}
	return nil
}
