//go:build !linux

package oplog

func freeIn(string) int64 { return -1 }
