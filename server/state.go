package main

import (
	"muntsaus/server/oplog"
	"muntsaus/server/web"
)

// measureStore adds what can be seen of the store without asking the boards: how full the disk is, or how Redis does.
func measureStore(m *web.Metrics, log store) {
	switch log := log.(type) {
	case *oplog.SQLite:
		m.Gauge("muntsaus_store_bytes", "Size of the boards on disk, the write-ahead log included.", func() float64 { return float64(log.Size()) })
		m.Gauge("muntsaus_disk_free_bytes", "What is free on the disk of the boards; -1 where the system does not tell.", func() float64 { return float64(log.Free()) })
	case *oplog.Redis:
		for name, value := range log.State() {
			m.Gauge("muntsaus_redis_"+name, value.Help, value.Now)
		}
	}
}
