//go:build !(linux || darwin || freebsd || netbsd || openbsd || dragonfly)

package web

import "net"

// hungUp cannot be told here; whoever asked is waited for.
func hungUp(net.Conn) bool { return false }
