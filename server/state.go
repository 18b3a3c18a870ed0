package main

import (
	"muntsaus/server/oplog"
	"muntsaus/server/web"
)

// measureStore adds what can be seen of the store without asking the boards: how full the disk is, or how Redis does.
func measureStore(m *web.Metrics, log store) {
	switch log := log.(type) {
	case *oplog.SQLite:
		size, free := func() float64 { return float64(log.Size()) }, func() float64 { return float64(log.Free()) }
		m.Gauge("muntsaus_store_bytes", "Size of the boards on disk, the write-ahead log included.", size)
		m.Gauge("muntsaus_disk_free_bytes", "What is free on the disk of the boards; -1 where the system does not tell.", free)
	case *oplog.Redis:
		for name, value := range log.State() {
			m.Gauge("muntsaus_redis_"+name, value.Help, value.Now)
		}
	}
}
