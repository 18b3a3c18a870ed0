package live

import "muntsaus/boards"

// chunk is about how big one welcome frame may become: small enough to be written in one go, big enough to be few.
const chunk = 48 << 10

// picture keeps the board encoded for newcomers. Records never change in place, so each is encoded once for all who come.
type picture struct {
	shared uint64
	fresh  bool
	chunks [][]byte
	known  map[string]pictured
}

type pictured struct {
	record *boards.Record
	data   []byte
}

// of gives the public records of the board as the ends of welcome frames.
func (p *picture) of(b *boards.Board) [][]byte {
	if p.fresh && p.shared == b.Shared {
		return p.chunks
	}
	known := make(map[string]pictured, len(p.known))
	var parts [][]byte
	for _, r := range b.Public() {
		old, there := p.known[r.ID]
		if !there || old.record != r {
			old = pictured{r, encode(r)}
		}
		known[r.ID] = old
		parts = append(parts, old.data)
	}
	*p = picture{shared: b.Shared, fresh: true, chunks: lists(parts), known: known}
	return p.chunks
}

// lists packs encoded values into JSON lists of about one chunk each, with the brace that closes their frame behind them. No
// values make one empty list.
func lists(parts [][]byte) [][]byte {
	var all [][]byte
	list := []byte{'['}
	for _, part := range parts {
		if len(list) > 1 && len(list)+len(part) > chunk {
			all = append(all, append(list, `]}`...))
			list = []byte{'['}
		}
		if len(list) > 1 {
			list = append(list, ',')
		}
		list = append(list, part...)
	}
	return append(all, append(list, `]}`...))
}
