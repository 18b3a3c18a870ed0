package oplog

import "golang.org/x/sys/unix"

func freeIn(dir string) int64 {
	var disk unix.Statfs_t
	if unix.Statfs(dir, &disk) != nil {
		return -1
	}
	return int64(disk.Bavail) * disk.Bsize
}
