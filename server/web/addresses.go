package web

import (
	"cmp"
	"net"
	"net/netip"
	"net/url"
	"slices"
	"strings"

	"github.com/gofiber/fiber/v2"
)

// Address is one way others on the network reach this server.
type Address struct {
	URL    string `json:"url"`
	Name   string `json:"name"`   // of the network card
	Kind   string `json:"kind"`   // "wifi", "cable" or "other"
	Proved bool   `json:"proved"` // another device came by it
}

func (s *Server) addresses(c *fiber.Ctx) error {
	list := []Address{}
	for _, url := range s.PublicURLs {
		list = append(list, Address{URL: strings.TrimSuffix(url, "/"), Kind: "other"})
	}
	if s.Addresses != nil && len(list) == 0 {
		list = slices.Clone(s.Addresses())
	}
	for i := range list {
		list[i].Proved = s.proof.has(hostOf(list[i].URL))
	}
	return c.JSON(fiber.Map{"addresses": list, "container": len(list) == 0 && InContainer()})
}

// hostOf gives what a browser sends as Host for an address.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Host)
}

// LocalAddresses gives the IPv4 addresses of this machine with the port it listens on: what people in the room can type.
// A server that listens on one address has only that one. In a container there are none: its own addresses lead nowhere from outside.
func LocalAddresses(listen net.Addr) []Address {
	list := []Address{}
	tcp, ok := listen.(*net.TCPAddr)
	if !ok || tcp.IP.IsLoopback() || InContainer() {
		return list
	}
	cards, err := net.Interfaces()
	if err != nil {
		return list
	}
	wsl := inWSL()
	for _, card := range cards {
		for _, ip := range addressesOf(card) {
			if reaches(card.Name, card.Flags, ip, wsl) && (tcp.IP.IsUnspecified() || tcp.AddrPort().Addr().Unmap() == ip) {
				at := netip.AddrPortFrom(ip, tcp.AddrPort().Port())
				list = append(list, Address{URL: "http://" + at.String(), Name: card.Name, Kind: kindOf(card.Name)})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Address) int { return cmp.Compare(order[a.Kind], order[b.Kind]) })
	return list
}

var order = map[string]int{"wifi": 0, "cable": 1, "other": 2}

func addressesOf(card net.Interface) (ips []netip.Addr) {
	addresses, err := card.Addrs()
	if err != nil {
		return nil
	}
	for _, address := range addresses {
		if network, err := netip.ParsePrefix(address.String()); err == nil {
			ips = append(ips, network.Addr().Unmap())
		}
	}
	return ips
}

func kindOf(card string) string {
	switch {
	case strings.HasPrefix(card, "wl"), strings.HasPrefix(card, "Wi-Fi"):
		return "wifi"
	case strings.HasPrefix(card, "en"), strings.HasPrefix(card, "eth"), strings.HasPrefix(card, "Ethernet"):
		return "cable"
	}
	return "other"
}
