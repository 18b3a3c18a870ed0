package boards

import (
	"errors"
	"maps"
)

// ErrExport says that a file is no board of ours, or of a newer program.
var ErrExport = errors.New("boards: not an exported board")

// ExportVersion is the format of board.json.
const ExportVersion = 1

type exported struct {
	Muntsaus   int       `json:"muntsaus"`
	ExportedAt int64     `json:"exportedAt"`
	Title      string    `json:"title"`
	Records    []*Record `json:"records"`
}

// Export gives a board as a file to keep, for who leads: everything that everybody may see, parents first. The time in it is that of the
// last shared entry, so the same board always gives the same bytes.
func Export(b *Board) []byte { return export(b, func(*Kind, *Record) bool { return false }) }

// ExportOutside gives the same file for everybody else: without what may not leave the room yet, and what the summary leaves out.
func ExportOutside(b *Board) []byte {
	hidden := hiddenOn(b)
	return export(b, func(k *Kind, r *Record) bool { return k.stays(r) || isHidden(b, hidden, r) })
}

func export(b *Board, stays func(*Kind, *Record) bool) []byte {
	records := []*Record{}
	for _, r := range b.lasting() {
		if kind := kindsByName[r.Kind]; kind == nil || kind.filed() && !stays(kind, r) {
			records = append(records, withCleared(r))
		}
	}
	return encode(exported{ExportVersion, b.SharedAt, b.Workshop().Title, records})
}

// lasting gives what goes along with a board: what everybody may see, and before it what is fetched by its own address.
func (b *Board) lasting() []*Record {
	var list []*Record
	for _, kind := range kinds {
		if kind.Reach == ByAddress {
			list = append(list, b.All(kind.Name)...)
		}
	}
	return append(list, b.Public()...)
}

// withCleared names the fields that somebody cleared although a new record has a value there, or an import would bring it back.
func withCleared(r *Record) *Record {
	kind := kindsByName[r.Kind]
	if kind == nil {
		return r
	}
	fields := r.Fields
	for i := range kind.Fields {
		f := &kind.Fields[i]
		if _, there := r.Fields[f.Name]; there || (f.Default == "" && !f.Made) {
			continue
		}
		if len(fields) == len(r.Fields) {
			fields = maps.Clone(r.Fields)
		}
		fields[f.Name] = nil
	}
	next := *r
	next.Fields = fields
	return &next
}
