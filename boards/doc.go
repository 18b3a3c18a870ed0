// Package boards is the domain of Muntsaus: what is on a board, what people may do to it, and who may see what.
//
// It is pure. No file, no clock, no randomness, no goroutine: time and fresh ids come in as a Moment, everything else
// is a function of the board. That is why the same rules run in the server, in the simulator and in the tests.
//
// # The story of a board
//
// A board is a set of records (a step, a pain, a person …). Someone wishes something with an Op. Decide looks at the
// board and answers with effects (facts) or a Refusal. Effects become an Entry; the entry is appended to the Log, and
// only then Apply changes the board that everybody sees. The log holds facts, never wishes, so an old log can always
// be replayed by a newer program.
//
// # Rules (tests cite them by number)
//
//	B1   What is not in the log is on no screen.
//	B2   Apply is total: an effect on something that is gone changes nothing, in Go and in TypeScript alike.
//	B3   Replaying the log from the first entry, or from any snapshot, gives the same board.
//	B4   The same push twice is answered twice and applied once. A number that was passed over stays refused.
//	B5   A push succeeds or fails as a whole; a refused push leaves no trace.
//	B6   A wish never says who wishes: that comes from the seat.
//	B7   Every effect is stamped with its audience when it is made. The stamp is never judged again.
//	B8   What only some may see moves no number and makes no frame for the others.
//	B9   A reveal writes the answers anew, without person and time, in one shared entry.
//	B10  Text is merged: no keystroke of two people in one field is lost, no surrogate pair is cut.
//	B11  The server makes order keys. Two records never share one.
//	B12  Maxima are hard, minima are hints: an unfinished record is allowed and stays out of votes and report.
//	B13  What is deleted can be restored for a day, with everything that hung on it.
//	B14  The entry's time never goes back.
//
// # Words
//
//	record     one thing on a board: a step, a pain, a person
//	op         a wish: put, set, text, move, del, restore, or act (something done from the desk)
//	effect     a fact that came of it; an entry is the effects that were stored together, under one number
//	trial      the board itself with a way back, on which a room tries pushes before the log has them
//	sealed     for some alone: an answer in an open round, a card while people write. To names who
//	shared     seen by everybody on the board
//	reveal     what was sealed is put anew for everybody, without person and time; what was sealed is forgotten
//	forget     the server removes what lies before a mark from the log, for good
//	hanging    what has a record as its parent, and is deleted and restored with it
//	lineage    (epoch) one unbroken history; a restored backup begins another, so that screens start over
//	tail       a hash over what was shared, by which a screen that comes back knows that it has the same history
//	proxy      said aloud by somebody without a device, and passed on by a facilitator
//	hands      how many of a department raised theirs
//	voice      a pseudonym per person and board, so that rounds can be compared without names
//
// # Adding a kind
//
// One file with its struct and its traits, one line in kinds.go, its rows in matrix.go, its words in labeltable.go. The struct's tags
// are the table of fields: type, limits, who writes it, whether it names somebody. Decoding, rights, import, erasing and what is generated
// for the pages read traits and tags; who may do what, and when, stands in matrix.go alone. A sort of hidden round is one file too, with a
// Collection; what an activity opens and shows stands in activities.go. CONTRIBUTING.md has both recipes.
package boards

//go:generate go run ./typegen ..
//go:generate go run ./lettergen
