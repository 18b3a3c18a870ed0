package boards

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// What a board remembers beside its records stays small, however much people do.
const (
	mostGone  = 2000 // deleted records that can come back
	mostPages = 50   // of one person
)

// expire drops what has had its time, by the time of entries so that every replay does the same.
func (b *Board) expire() {
	for id, t := range b.gone {
		if b.At-t.At > tombstoneLife {
			delete(b.gone, id)
		}
	}
	for key, row := range b.clients {
		if b.At-row.At > clientLife {
			delete(b.clients, key)
		}
	}
	b.fewTombstones()
	b.fewPages()
}

// fewTombstones lets go of the oldest deletions when there are too many. What fell in one moment comes back together or not at all; the
// last moment stays.
func (b *Board) fewTombstones() {
	if len(b.gone) <= mostGone {
		return
	}
	moments := map[int64][]string{}
	for id, t := range b.gone {
		moments[t.At] = append(moments[t.At], id)
	}
	order := slices.Sorted(maps.Keys(moments))
	for _, at := range order[:len(order)-1] {
		if len(b.gone) <= mostGone {
			return
		}
		for _, id := range moments[at] {
			delete(b.gone, id)
		}
	}
}

// fewPages lets go of the pages a person used longest ago.
func (b *Board) fewPages() {
	pages := map[string][]string{}
	for key := range b.clients {
		person, _, _ := strings.Cut(key, "\n")
		pages[person] = append(pages[person], key)
	}
	for _, keys := range pages {
		slices.SortFunc(keys, func(x, y string) int {
			return cmp.Or(cmp.Compare(b.clients[y].At, b.clients[x].At), strings.Compare(x, y))
		})
		for _, key := range keys[min(len(keys), mostPages):] {
			delete(b.clients, key)
		}
	}
}
