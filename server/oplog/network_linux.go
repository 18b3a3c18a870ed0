package oplog

import (
	"errors"
	"syscall"
)

// networkKinds are file systems whose locks and fsync promise less than this store needs (values of statfs(2)).
var networkKinds = map[uint32]string{0x6969: "NFS", 0x517b: "SMB", 0xff534d42: "CIFS", 0xfe534d42: "SMB2"}

func refuseNetwork(dir string) error {
	var fs syscall.Statfs_t
	if err := syscall.Statfs(dir, &fs); err != nil {
		return err
	}
	if kind, network := networkKinds[uint32(fs.Type)]; network {
		return errors.New("the folder is on a network disk (" + kind +
			"), which does not keep its promises after a crash: use a local disk")
	}
	return nil
}
