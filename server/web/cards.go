package web

import (
	"net"
	"net/netip"
	"os"
	"strings"
)

// InContainer says whether this machine is one that Docker, Podman or Kubernetes makes up.
func InContainer() bool {
	for _, mark := range []string{"/.dockerenv", "/run/.containerenv"} {
		if _, err := os.Stat(mark); err == nil {
			return true
		}
	}
	return os.Getenv("KUBERNETES_SERVICE_HOST") != ""
}

// inWSL says whether this machine is the Linux inside a Windows.
func inWSL() bool {
	kernel, err := os.ReadFile("/proc/sys/kernel/osrelease")
	return err == nil && strings.Contains(strings.ToLower(string(kernel)), "microsoft")
}

// reaches says whether phones in the room may get to an address of a network card: not where it leads inside this machine (containers,
// virtual machines) or away from the room (VPN). wsl: this is the Linux inside a Windows.
func reaches(card string, flags net.Flags, ip netip.Addr, wsl bool) bool {
	if flags&net.FlagUp == 0 || flags&(net.FlagLoopback|net.FlagPointToPoint) != 0 || !ip.Is4() || ip.IsLinkLocalUnicast() {
		return false
	}
	for _, network := range elsewhere {
		if network.Contains(ip) {
			return false
		}
	}
	return !leadsElsewhere(card) && (!wsl || !wslInside.Contains(ip))
}

// elsewhere are networks that no room has: Tailscale and providers (100.64.0.0/10), the ones VirtualBox makes for its host and its guests.
var elsewhere = []netip.Prefix{
	netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.168.56.0/24"), netip.MustParsePrefix("10.0.2.15/32"),
}

// wslInside is where Windows puts its Linux; in its mirrored mode that has the addresses of the Windows itself.
var wslInside = netip.MustParsePrefix("172.16.0.0/12")

// leadsElsewhere knows a card by the name systems and programs give it.
func leadsElsewhere(card string) bool {
	name := strings.ToLower(card)
	for _, start := range elsewhereStarts {
		if strings.HasPrefix(name, start) {
			return true
		}
	}
	for _, part := range elsewhereParts {
		if strings.Contains(name, part) {
			return true
		}
	}
	return false
}

var (
	elsewhereStarts = []string{
		"docker", "br-", "veth", "podman", "cni", "flannel", "cali", "lxc", "lxdbr", "incusbr", "cilium", "kube", "weave", // containers
		"virbr", "vnet", "vmnet", "vboxnet", "vethernet", "bridge1", "tap", // virtual machines; macOS counts its bridges for them from 100
		"tun", "utun", "wg", "ppp", "ipsec", "zt", "nordlynx", "gpd", "cscotun", "proton", // VPN
		"awdl", "llw", // between Apple's own devices
	}
	elsewhereParts = []string{"tailscale", "wireguard", "openvpn", "zerotier", "vpn", "tap-windows", "wintun", "virtualbox", "vmware",
		"host-only", "hyper-v", "loopback"}
)
