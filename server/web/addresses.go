package web

import (
	"cmp"
	"net"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/gofiber/fiber/v2"
)

// Address is one way others on the network reach this server.
type Address struct {
	URL  string `json:"url"`
	Name string `json:"name"` // of the network card
	Kind string `json:"kind"` // "wifi", "cable" or "other"
}

func (s *Server) addresses(c *fiber.Ctx) error {
	list := []Address{}
	for _, url := range s.PublicURLs {
		list = append(list, Address{URL: strings.TrimSuffix(url, "/"), Kind: "other"})
	}
	if s.Addresses != nil && len(list) == 0 {
		list = s.Addresses()
	}
	return c.JSON(fiber.Map{"addresses": list})
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
	for _, card := range cards {
		if card.Flags&net.FlagUp == 0 || card.Flags&net.FlagLoopback != 0 || leadsInside(card.Name) {
			continue
		}
		for _, ip := range addressesOf(card) {
			if tcp.IP.IsUnspecified() || tcp.IP.Equal(ip) {
				list = append(list,
					Address{"http://" + net.JoinHostPort(ip.String(), strconv.Itoa(tcp.Port)), card.Name, kindOf(card.Name)})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Address) int { return cmp.Compare(order[a.Kind], order[b.Kind]) })
	return list
}

var order = map[string]int{"wifi": 0, "cable": 1, "other": 2}

func addressesOf(card net.Interface) []net.IP {
	var ips []net.IP
	addresses, err := card.Addrs()
	if err != nil {
		return nil
	}
	for _, address := range addresses {
		if network, ok := address.(*net.IPNet); ok && network.IP.To4() != nil && !network.IP.IsLinkLocalUnicast() {
			ips = append(ips, network.IP.To4())
		}
	}
	return ips
}

// InContainer says whether this machine is one that Docker, Podman or Kubernetes makes up.
func InContainer() bool {
	for _, mark := range []string{"/.dockerenv", "/run/.containerenv"} {
		if _, err := os.Stat(mark); err == nil {
			return true
		}
	}
	return os.Getenv("KUBERNETES_SERVICE_HOST") != ""
}

// leadsInside says whether a network card is one end of a network inside this machine: of containers and virtual machines.
func leadsInside(card string) bool {
	return slices.ContainsFunc(insideCards, func(start string) bool { return strings.HasPrefix(card, start) })
}

var insideCards = []string{"docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "podman", "cni", "flannel", "cali", "lxc", "vEthernet"}

func kindOf(card string) string {
	switch {
	case strings.HasPrefix(card, "wl"), strings.HasPrefix(card, "Wi-Fi"):
		return "wifi"
	case strings.HasPrefix(card, "en"), strings.HasPrefix(card, "eth"), strings.HasPrefix(card, "Ethernet"):
		return "cable"
	}
	return "other"
}
