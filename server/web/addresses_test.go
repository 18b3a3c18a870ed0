package web

import (
	"net"
	"testing"

	"muntsaus/server/oplog"
)

// Q3: inside a container the address of its only card was offered as "the cable's", in the QR too.
func TestQ3NoAddressThatLeadsInside(t *testing.T) {
	t.Setenv("KUBERNETES_SERVICE_HOST", "10.96.0.1")
	if list := LocalAddresses(&net.TCPAddr{IP: net.IPv4zero, Port: 8080}); len(list) > 0 {
		t.Errorf("a container offers %+v", list)
	}
	for card, inside := range map[string]bool{"docker0": true, "br-2f1c": true, "veth12": true, "eth0": false, "enp3s0": false, "wlan0": false, "bridge0": false} {
		if leadsInside(card) != inside {
			t.Errorf("%s leads inside: %v", card, !inside)
		}
	}
}

// Q3: who says the public address is found there, and nowhere else.
func TestQ3ThePublicAddressIsOffered(t *testing.T) {
	h := openHouse(t, oplog.NewMemory())
	h.door.PublicURLs = []string{"https://muntsaus.example/"}
	h.door.Addresses = func() []Address { return []Address{{"http://172.17.0.2:8080", "eth0", "cable"}} }
	found := h.ask("GET", "/api/addresses", "").want(t, 200).json["addresses"].([]any)
	if len(found) != 1 || found[0].(map[string]any)["url"] != "https://muntsaus.example" {
		t.Errorf("%+v", found)
	}
}
