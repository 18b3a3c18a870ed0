package web

import (
	"net"
	"net/netip"
	"testing"

	"muntsaus/server/oplog"
)

// Q3: inside a container the address of its only card was offered as "the cable's", in the QR too.
func TestQ3NoAddressThatLeadsInside(t *testing.T) {
	t.Setenv("KUBERNETES_SERVICE_HOST", "10.96.0.1")
	if list := LocalAddresses(&net.TCPAddr{IP: net.IPv4zero, Port: 8080}); len(list) > 0 {
		t.Errorf("a container offers %+v", list)
	}
	h := openHouse(t, oplog.NewMemory())
	h.door.Addresses = func() []Address { return nil }
	if said := h.ask("GET", "/api/addresses", "").want(t, 200).json; said["container"] != true {
		t.Errorf("the page is not told what to set: %v", said)
	}
}

// What cards and addresses of containers, virtual machines, VPNs and WSL look like, beside those that phones do reach.
func TestOnlyAddressesPhonesCouldReach(t *testing.T) {
	t.Parallel()
	const plain = net.FlagUp | net.FlagBroadcast
	for _, c := range []struct {
		card, ip string
		flags    net.Flags
		wsl      bool
		reached  bool
	}{
		{"eth0", "192.168.1.20", plain, false, true},
		{"enp3s0", "10.11.12.13", plain, false, true},
		{"wlan0", "172.20.10.2", plain, false, true}, // the hotspot of an iPhone
		{"wlp2s0", "192.168.178.30", plain, false, true},
		{"en0", "192.168.1.21", plain, false, true},
		{"Wi-Fi", "192.168.1.22", plain, false, true},
		{"Ethernet 2", "10.0.0.5", plain, false, true},
		{"bridge0", "192.168.1.23", plain, false, true},                    // Thunderbolt of a Mac
		{"Local Area Connection* 10", "192.168.137.1", plain, false, true}, // the hotspot of a Windows
		{"br0", "192.168.1.24", plain, false, true},                        // a server's own bridge to its network
		{"docker0", "172.17.0.1", plain, false, false},
		{"br-2f1c9d", "172.18.0.1", plain, false, false},
		{"veth12ab", "172.18.0.2", plain, false, false},
		{"podman0", "10.88.0.1", plain, false, false},
		{"cni0", "10.42.0.1", plain, false, false},
		{"lxdbr0", "10.7.7.1", plain, false, false},
		{"virbr0", "192.168.122.1", plain, false, false},
		{"vmnet8", "172.16.40.1", plain, false, false},
		{"vboxnet0", "192.168.56.1", plain, false, false},
		{"Ethernet 3", "192.168.56.1", plain, false, false}, // what Windows may call VirtualBox
		{"VirtualBox Host-Only Network", "192.168.99.1", plain, false, false},
		{"VMware Network Adapter VMnet1", "192.168.40.1", plain, false, false},
		{"enp0s3", "10.0.2.15", plain, false, false}, // in a VirtualBox
		{"bridge100", "192.168.64.1", plain, false, false},
		{"vEthernet (WSL)", "172.24.0.1", plain, false, false},
		{"vEthernet (Default Switch)", "172.30.0.1", plain, false, false},
		{"eth0", "172.24.11.12", plain, true, false},
		{"eth0", "192.168.1.20", plain, true, true}, // WSL in mirrored mode
		{"tun0", "10.8.0.2", plain, false, false},
		{"utun3", "10.9.0.2", plain | net.FlagPointToPoint, false, false},
		{"corp", "10.9.0.2", plain | net.FlagPointToPoint, false, false},
		{"wg0", "10.6.0.2", plain, false, false},
		{"tailscale0", "100.101.102.103", plain, false, false},
		{"Ethernet 5", "100.64.0.7", plain, false, false},
		{"Tailscale", "192.168.1.9", plain, false, false},
		{"Cisco AnyConnect VPN", "10.20.0.2", plain, false, false},
		{"ztabcdef", "10.147.17.2", plain, false, false},
		{"eth0", "169.254.10.1", plain, false, false},
		{"eth0", "fe80::1", plain, false, false},
		{"lo", "127.0.0.1", plain | net.FlagLoopback, false, false},
		{"eth0", "192.168.1.20", net.FlagBroadcast, false, false}, // down
	} {
		if reaches(c.card, c.flags, netip.MustParseAddr(c.ip), c.wsl) != c.reached {
			t.Errorf("%s %s (wsl: %v): reached %v", c.card, c.ip, c.wsl, !c.reached)
		}
	}
}

// Q3: who says the public address is found there, and nowhere else.
func TestQ3ThePublicAddressIsOffered(t *testing.T) {
	h := openHouse(t, oplog.NewMemory())
	h.door.PublicURLs = []string{"https://muntsaus.example/"}
	h.door.Addresses = func() []Address { return []Address{{URL: "http://172.17.0.2:8080", Name: "eth0", Kind: "cable"}} }
	found := h.ask("GET", "/api/addresses", "").want(t, 200).json["addresses"].([]any)
	if len(found) != 1 || found[0].(map[string]any)["url"] != "https://muntsaus.example" {
		t.Errorf("%+v", found)
	}
}
