package oplog

import (
	"errors"
	"syscall"
)

// networkKinds are file systems whose locks and fsync promise less than this store needs (values of statfs(2)).
var networkKinds = map[uint32]string{0x6969: "NFS", 0x517b: "SMB", 0xff534d42: "CIFS", 0xfe534d42: "SMB2"}

// otherKinds are file systems on which boards can be kept and yet get lost, or may be a network's.
var otherKinds = map[uint32]string{0x65735546: "FUSE", 0x01021997: "9P", 0x00c36400: "Ceph", 0x5346414f: "AFS", 0x0bd00bd0: "Lustre",
	0x01021994: InMemory, 0x858458f6: InMemory, 0x794c7630: InContainer}

func refuseNetwork(dir string) error {
	kind, err := kindIn(dir)
	if err != nil {
		return err
	}
	if name, network := networkKinds[kind]; network {
		return errors.New("the folder is on a network disk (" + name +
			"), which does not keep its promises after a crash: use a local disk")
	}
	return nil
}

// KindOfDisk names the file system of a folder where it is not simply a local disk; network says that the store refuses it.
func KindOfDisk(dir string) (name string, network bool, err error) {
	kind, err := kindIn(dir)
	if err != nil {
		return "", false, err
	}
	if name, network = networkKinds[kind]; network {
		return name, true, nil
	}
	return otherKinds[kind], false, nil
}

func kindIn(dir string) (uint32, error) {
	var fs syscall.Statfs_t
	err := syscall.Statfs(dir, &fs)
	return uint32(fs.Type), err
}
