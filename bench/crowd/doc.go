// Package crowd is many people at one board, as programs, and the checker that watches them. The people speak the protocol
// of docs/protocol.md over real websockets: they push without waiting, keep what was not answered, come back after every
// break, hand in again, and reload. Everything they send, hear and see is written in one Ledger.
//
//	table.go     a board, made and joined over HTTP
//	page.go      one screen: connection, outbox, view
//	frames.go    what arrives, and what it does to the view
//	gestures.go  what people wish, by chance from one seed
//	host.go      the facilitator: opens and ends hidden rounds
//	fill.go      a board with thousands of records
//	hall.go      hundreds of screens that only look
//	screen.go    one of them
//	ledger.go    sent, acknowledged, refused, seen; contradictions are noted the moment they happen
//	archive.go   the log on disk, read from outside and replayed
//	verdict.go   what must be true in the end
package crowd
