package boards

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
)

// Version is the format of entries and snapshots. A program that meets a higher one must not go on with that board.
const Version = 1

// Push is one gesture of one page: its ops succeed or fail together (B5). N rises per page, 1, 2, 3 …
type Push struct {
	Client string // the page that made it; not always the page that sends it
	N      int
	Ops    []Op
}

// Op is a wish. Which fields count depends on Op ("put", "set", "text", "move", "del", "restore", "act").
type Op struct {
	Op       string
	Kind     string
	ID       string
	Fields   Fields
	After    string // id; "" with HasAfter = first place
	HasAfter bool
	Field    string
	Base     int
	Splices  []Splice
	Parent   string
	Do       string
	Args     map[string]any
	For      string // person id: a facilitator passes on what somebody without a device says
	ForTeam  string // or department id: what several of them say by raising their hand
	Hands    int    // how many hands; 0 takes it back
}

// Effect is a fact: "put" (Record), "set" (ID, Fields), "text" (ID, Field, Ver, Splices, Site), "del" (ID),
// "own" (ID is To's own, though nobody sees its author), "forget" (nothing here leads back to the person ID any more, and the log
// up to here must go; the server alone knows).
type Effect struct {
	E       string   `json:"e"`
	Record  *Record  `json:"record,omitempty"`
	ID      string   `json:"id,omitempty"`
	Fields  Fields   `json:"fields,omitempty"`
	Field   string   `json:"field,omitempty"`
	Ver     int      `json:"ver,omitempty"`
	Splices []Splice `json:"splices,omitempty"`
	Site    int      `json:"site,omitempty"`
	To      []string `json:"to,omitempty"`    // audience, stamped when made (B7); empty = everybody
	Who     string   `json:"who,omitempty"`   // who deleted it; the server alone knows
	With    string   `json:"with,omitempty"`  // what took it along; the server alone knows
	Freed   []string `json:"freed,omitempty"` // what had been merged into it; the server alone needs it
}

// Mark says that an entry settles push N of a page.
type Mark struct {
	Person string `json:"person"`
	Client string `json:"client"`
	N      int    `json:"n"`
}

// Entry is what the log stores under one number: effects, and the pushes they settle.
type Entry struct {
	V       int      `json:"v"`
	At      int64    `json:"at"`   // Unix milliseconds, never before the entry before it (B14)
	Node    string   `json:"node"` // which process wrote it, so that an unknown outcome can be settled by reading back
	Prev    string   `json:"prev"` // hash of the entry before it: a log that came back different is noticed
	Effects []Effect `json:"effects,omitempty"`
	Marks   []Mark   `json:"marks,omitempty"`
}

// Encode gives the bytes the log stores.
func (e Entry) Encode() []byte { return encode(e) }

// DecodeEntry reads an entry back. Unknown fields of a newer program are refused by Version, not skipped.
func DecodeEntry(data []byte) (Entry, error) {
	var e Entry
	if err := json.Unmarshal(data, &e); err != nil {
		return e, fmt.Errorf("boards: broken entry: %w", err)
	}
	if e.V > Version {
		return e, ErrNewer
	}
	return e, nil
}

// Chain is the hash that the next entry names as Prev.
func Chain(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8])
}

// Limits of one push.
const (
	maxOps    = 100
	maxClient = 40
)

// DecodePush reads the push frame of a client: {"type":"push","n":4,"client"?,"ops":[…]}. Strict: an unknown name anywhere is refused.
// client is the page's own id, used when the frame names no other.
func DecodePush(frame map[string]any, client string) (Push, *Refusal) {
	p := Push{Client: client}
	o := object{frame, nil}
	o.skip("type")
	p.N = o.int("n")
	if o.has("client") {
		p.Client = o.text("client")
	}
	list := o.list("ops")
	if no := o.done(); no != nil {
		return p, no
	}
	if p.N < 1 || !ValidClient(p.Client) || len(list) == 0 || len(list) > maxOps {
		return p, refuse("bad_request", "")
	}
	for _, item := range list {
		op, no := decodeOp(item)
		if no != nil {
			return p, no
		}
		p.Ops = append(p.Ops, op)
	}
	return p, nil
}

// ParseFrame reads one text frame into an object, strictly.
func ParseFrame(data []byte) (map[string]any, *Refusal) {
	v, err := parse(data)
	frame, ok := v.(map[string]any)
	if err != nil || !ok {
		return nil, refuse("bad_request", "")
	}
	return frame, nil
}

// ValidClient says whether a page id is one we keep: 1–40 of A–Z a–z 0–9 _ -.
func ValidClient(s string) bool { return len(s) >= 1 && len(s) <= maxClient && plainName(s) }

func validID(s string) bool { return len(s) >= 16 && len(s) <= 40 && plainName(s) }

func plainName(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' || r == '-')
	}) < 0
}

func decodeOp(item any) (Op, *Refusal) {
	fields, ok := item.(map[string]any)
	if !ok {
		return Op{}, refuse("bad_request", "")
	}
	o := object{fields, nil}
	op := Op{Op: o.text("op"), ID: o.text("id")}
	switch op.Op {
	case "put":
		op.Kind, op.Fields = o.text("kind"), o.object("fields")
		op.After, op.HasAfter = o.after()
		op.For, op.ForTeam, op.Hands = o.forWhom()
	case "set":
		op.Fields = o.object("fields")
	case "text":
		op.Field, op.Base, op.Splices = o.text("field"), o.int("base"), o.splices()
	case "move":
		op.After, op.HasAfter = o.after()
		if o.has("parent") {
			op.Parent = o.text("parent")
		}
	case "del", "restore":
	case "act":
		op.Do = o.text("do")
		if o.has("args") {
			op.Args = o.object("args")
		}
	default:
		return op, refuse("bad_request", "op")
	}
	return op, o.done()
}

// object reads a JSON object name by name and in the end refuses what nobody asked for.
type object struct {
	left map[string]any
	no   *Refusal
}

func (o *object) has(name string) bool { _, ok := o.left[name]; return ok }
func (o *object) skip(name string)     { delete(o.left, name) }

func (o *object) take(name string) any {
	v := o.left[name]
	delete(o.left, name)
	return v
}

func (o *object) fail(name string) { o.no = refuse("bad_request", name) }

func (o *object) text(name string) string {
	if !o.has(name) {
		if name != "id" { // acts on the whole board have none
			o.fail(name)
		}
		return ""
	}
	s, ok := o.take(name).(string)
	if !ok {
		o.fail(name)
	}
	return s
}

func (o *object) int(name string) int {
	n, ok := o.take(name).(int)
	if !ok {
		o.fail(name)
	}
	return n
}

func (o *object) object(name string) map[string]any {
	m, ok := o.take(name).(map[string]any)
	if !ok {
		o.fail(name)
	}
	return m
}

func (o *object) list(name string) []any {
	switch v := o.take(name).(type) {
	case []any:
		return v
	case []string:
		return make([]any, len(v)) // an empty list, or texts where objects belong: refused by the reader
	}
	o.fail(name)
	return nil
}

// forWhom reads {"person_id":"…"} or {"department_id":"…","hands":3}; absent = for oneself. Hands that nobody names are one.
func (o *object) forWhom() (person, department string, hands int) {
	if !o.has("for") {
		return "", "", 0
	}
	inner := object{o.object("for"), nil}
	if inner.has("department_id") {
		department, hands = inner.text("department_id"), inner.intOr("hands", 1)
	} else {
		person = inner.text("person_id")
	}
	if inner.done() != nil || person+department == "" {
		o.fail("for")
	}
	return person, department, hands
}

// after reads the place: absent = last, null = first, else behind that record.
func (o *object) after() (string, bool) {
	if !o.has("after") {
		return "", false
	}
	switch v := o.take("after").(type) {
	case nil:
		return "", true
	case string:
		return v, true
	}
	o.fail("after")
	return "", false
}

func (o *object) splices() []Splice {
	var out []Splice
	for _, item := range o.list("splices") {
		parts, ok := item.([]any)
		if !ok || len(parts) != 3 {
			o.fail("splices")
			return nil
		}
		pos, okPos := parts[0].(int)
		del, okDel := parts[1].(int)
		ins, okIns := parts[2].(string)
		if !okPos || !okDel || !okIns || pos < 0 || del < 0 {
			o.fail("splices")
			return nil
		}
		out = append(out, Splice{pos, del, ins})
	}
	return out
}

func (o *object) done() *Refusal {
	if o.no == nil {
		for name := range o.left {
			return refuse("bad_request", name)
		}
	}
	return o.no
}
