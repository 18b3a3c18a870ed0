// Package live is where people meet: one room per open board. It knows no HTTP and no SQL.
//
// The life of one edit: web reads a frame and calls Room.Push. The room's goroutine takes every push that waits, decides
// them on one trial, appends one entry to the log, and only then (B1) puts the same bytes in the outbox of every member.
// What an entry holds for one person alone goes to that person's members, just before what everybody sees.
//
//	rooms.go    finds or opens the room of a board
//	room.go     the heart: the goroutine of one board
//	tell.go     from an entry to frames
//	enter.go    welcome and resume; ring.go remembers what was shared, picture.go the board as encoded records
//	upkeep.go   snapshots and forgetting
//	member.go   one connected screen and its bounded outbox
//	others.go   who is at the screens of other nodes
//	presence.go who is where; ready.go how many are done; insight.go what is computed
//	limits.go   how fast one seat may go
package live
