//go:build !linux

package oplog

func refuseNetwork(string) error { return nil }

// KindOfDisk cannot tell here.
func KindOfDisk(string) (name string, network bool, err error) { return "", false, nil }
