package oplog_test

import (
	"testing"

	"muntsaus/boards/logtest"
	"muntsaus/server/oplog"
)

func TestMemory(t *testing.T) {
	t.Parallel()
	logtest.Run(t, func(*testing.T) logtest.Stores {
		m := oplog.NewMemory()
		same := logtest.Stores{Log: m, Shelf: m}
		return logtest.Stores{Log: m, Shelf: m, Peer: func() logtest.Stores { return same }}
	})
}
