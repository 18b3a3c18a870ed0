// Package oplog keeps the logs of boards: Memory for tests and the simulator, SQLite for one server, Redis for several.
// All pass boards/logtest, which says what they promise.
package oplog
