//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package web

import (
	"net"

	"golang.org/x/sys/unix"
)

// hungUp says whether the other side of a connection is gone. It looks without taking anything: what waits there may be the next request.
func hungUp(conn net.Conn) bool {
	tcp, ok := conn.(*net.TCPConn)
	if !ok {
		return false
	}
	raw, err := tcp.SyscallConn()
	if err != nil {
		return true
	}
	gone := false
	err = raw.Control(func(fd uintptr) {
		n, _, err := unix.Recvfrom(int(fd), make([]byte, 1), unix.MSG_PEEK|unix.MSG_DONTWAIT)
		gone = err == nil && n == 0 || err != nil && err != unix.EAGAIN && err != unix.EINTR
	})
	return gone || err != nil
}
