package web

import (
	"encoding/json"
	"net/http"
	"testing"

	"muntsaus/server/live"
	"muntsaus/server/oplog"
)

// An address counts as proved once another device used it: not because this machine did, and not for a name that is not ours.
func TestAnAddressIsProvedByAnotherDevice(t *testing.T) {
	t.Parallel()
	const here, cable = "192.168.1.20:8080", "10.0.0.5:8080"
	h := openHouse(t, oplog.NewMemory(), func(_ *live.Options, c *Config) {
		c.TrustedProxies = []string{"127.0.0.1"}
		c.Addresses = func() []Address {
			return []Address{{URL: "http://" + here, Kind: "wifi"}, {URL: "http://" + cable, Kind: "cable"}}
		}
	})
	ask := func(host, from string) map[string]bool {
		t.Helper()
		request, err := http.NewRequest(http.MethodGet, h.url+"/api/addresses", nil)
		must(t, err)
		request.Host = host
		if from != "" {
			request.Header.Set("X-Forwarded-For", from)
		}
		answer, err := http.DefaultClient.Do(request)
		must(t, err)
		defer answer.Body.Close()
		var said struct{ Addresses []Address }
		must(t, json.NewDecoder(answer.Body).Decode(&said))
		proved := map[string]bool{}
		for _, a := range said.Addresses {
			proved[hostOf(a.URL)] = a.Proved
		}
		return proved
	}
	if proved := ask(here, ""); proved[here] {
		t.Error("this machine itself proved it")
	}
	if proved := ask("made.up", "192.168.1.77"); proved[here] || proved[cable] {
		t.Error("a name that is not ours proved something")
	}
	h.door.proof.mu.Lock()
	h.door.proof.looked = h.door.proof.looked.Add(-lookPause)
	h.door.proof.mu.Unlock()
	if proved := ask(here, "192.168.1.77"); !proved[here] || proved[cable] {
		t.Errorf("a phone came by the wifi address: %v", proved)
	}
	if proved := ask("localhost:8080", ""); !proved[here] {
		t.Error("it is forgotten")
	}
}
