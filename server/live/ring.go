package live

// How far back a screen may have been away and still get only what it missed.
const (
	ringEntries = 2000
	ringBytes   = 4 << 20
)

// ring remembers the latest shared entries, encoded, each with the hash of everything up to it.
type ring struct {
	base  uint64 // shared number before the first line
	tail  string // hash at base
	lines []ringLine
	bytes int
}

type ringLine struct {
	entry []byte
	tail  string
}

// restart forgets everything: who is behind this number gets a full welcome. So it is after a reveal.
func (r *ring) restart(shared uint64, tail string) { *r = ring{base: shared, tail: tail} }

func (r *ring) add(entry []byte, tail string) {
	r.lines = append(r.lines, ringLine{entry, tail})
	r.bytes += len(entry)
	for len(r.lines) > ringEntries || r.bytes > ringBytes {
		r.base++
		r.tail = r.lines[0].tail
		r.bytes -= len(r.lines[0].entry)
		r.lines[0] = ringLine{}
		r.lines = r.lines[1:]
	}
}

// since gives the entries after a number; false when the ring does not reach so far, or the screen saw another history.
func (r *ring) since(seq uint64, tail string) ([]ringLine, bool) {
	if seq < r.base || seq > r.base+uint64(len(r.lines)) {
		return nil, false
	}
	at := seq - r.base
	known := r.tail
	if at > 0 {
		known = r.lines[at-1].tail
	}
	if tail != "" && tail != known {
		return nil, false
	}
	return r.lines[at:], true
}
