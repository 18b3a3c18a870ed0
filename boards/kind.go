package boards

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Type says what a field holds and how its value is checked.
type Type uint8

// The types of fields. Text is merged splice by splice, all others are replaced whole.
const (
	Text   Type = iota // string, Max code points
	Enum               // one of Options
	Int                // whole number, Min…Max
	Number             // number, Min…Max
	Bool               // true or false
	Date               // 2006-01-02
	Time               // RFC 3339 in UTC
	Ref                // id of a record of kind Of
	Texts              // up to Most strings of Max code points
	Enums              // up to Most of Options
	Refs               // up to Most ids of kind Of
	Dates              // up to Most dates
	Age                // years (0–110) or a band of at most 10 characters
	Word               // {singular, plural}, Max code points each
	Rows               // up to Most objects with the members of a struct; the server alone writes them
	Ints               // up to Most whole numbers, Min…Max each
)

// Field is one row of a kind's table.
type Field struct {
	Name    string
	Type    Type
	Need    bool // belongs to a complete record (B12)
	Min     int
	Max     int
	Most    int      // longest list
	Least   int      // shortest complete list
	Options []string // for Enum and Enums
	Of      string   // kind that is referred to
	Default string   // value at creation, as text
	Made    bool     // the kind's rule fills it in at creation
	Server  bool     // nobody but the server writes it
	Person  bool     // names somebody, by name or by id: cleared when they take their name off the board
	Ask     Asking   // where the details of a record ask for it; report, workbook and CSV then tell it too
	Card    bool     // what was answered stands on the card
	Placed  bool     // of Texts: the place of each means something, as of answers to questions in their order

	Aside bool // told to some alone, although everybody sees the record (aside.go)

	Row   reflect.Type // of Rows: the struct of one
	index []int        // where it is in the kind's struct; nil = in no struct
}

// Limited says whether Max is a limit that was stated.
func (f *Field) Limited() bool { return f.Max < noLimit }

// Many says whether the field is a list.
func (f *Field) Many() bool {
	return f.Type == Texts || f.Type == Enums || f.Type == Refs || f.Type == Dates || f.Type == Ints
}

// Asking says where people are asked for a field.
type Asking uint8

// The places. A field that is asked for has its words in labeltable.go.
const (
	AskNowhere Asking = iota // by a form of its own, or not at all
	AskFirst                 // among the first questions, one after the other
	AskMore                  // among what is folded
)

const noLimit = 1 << 30

// Maker says who makes the records of a kind.
type Maker uint8

// The makers. What of ByPeople may be done by whom stands in matrix.go; the rows of the other two follow from this.
const (
	ByPeople Maker = iota
	ByAnswer       // each a sealed answer to a hidden round
	ByServer
)

// Reach says how far the records of a kind go.
type Reach uint8

// The reaches.
const (
	ToFile    Reach = iota // to the pages, into board.json, and an import takes them
	ToPages                // to the pages: they belong to the workshop that runs, not to what it made
	ToServer               // nowhere: only the server knows them
	ByAddress              // to no page by itself: fetched by an address of its own; into board.json, and an import takes them
)

// Kind is one sort of record: its traits and its table of fields. What people may do with it stands in matrix.go.
type Kind struct {
	Name      string
	Limit     int    // living records per board
	Parent    string // field that names what it hangs on; it is deleted with that
	Ordered   bool   // has a server-made `order`
	Veiled    bool   // the author is hidden unless the board shows authors
	Made      Maker
	Reach     Reach
	OnMap     bool   // part of the map itself: a locked map holds it still for everybody who does not facilitate
	Item      bool   // told one by one in the summary, where whoever leads may leave one out
	Sticky    bool   // stands on the map as a card that somebody wrote
	Nameless  bool   // its author is told to nobody, also where the board shows authors
	Alone     bool   // told to nobody but its author until it is shown (alone.go)
	Shows     string // of Alone: the yes-or-no field by which its author shows it; "" = an act does
	Signed    string // of Veiled and Alone: the field by which its author is named all the same
	Confidant string // field that names the person to whom its asides are told, beside who leads
	Consent   string // field that must say yes before its records leave the room
	Firm      bool   // stays while a record refers to it
	Plan      bool   // belongs to what was prepared: a copy of the board begins with it
	Answers   string // the hidden collection that it answers; its maker is ByAnswer
	About     string // field that names what an answer is about; "" = the round itself
	Fields    []Field

	// Options are the lists of enums that several kinds share, by field; the tag then says `enum` without a list.
	Options map[string][]string

	// rule checks what the table cannot say and adds what only the server may write. It may be nil.
	rule func(c change) (Fields, *Refusal)

	// complete says what the table cannot say of a complete record. It may be nil.
	complete func(r *Record) bool

	// follow gives what changes on other records when one of this kind did. It may be nil.
	follow func(c change) []Effect

	// arrives makes a record of an imported file clean, and says whether it may come in. It may be nil: the table says it all.
	arrives func(now Moment, r *Record) bool

	// regroup gives what changes in a record of this kind, beside the fields that name a department, when one becomes part of another.
	// It may be nil.
	regroup func(r *Record, from, into string) Fields

	// goesOn gives what the next session of a series begins with of a record; nil when it stays behind. No goesOn: as a copy does, with
	// what was prepared.
	goesOn func(b *Board, r *Record) Fields

	byName map[string]*Field
	shape  reflect.Type
}

// Asked gives the fields that people are asked for, in their order.
func (k *Kind) Asked() []Field {
	return slices.DeleteFunc(slices.Clone(k.Fields), func(f Field) bool { return f.Ask == AskNowhere })
}

// filed says whether the records of a kind are in board.json.
func (k *Kind) filed() bool { return k.Reach == ToFile || k.Reach == ByAddress }

// stays says whether a record is for the room alone: the person it is about has not said yes.
func (k *Kind) stays(r *Record) bool { return k.Consent != "" && r.Str(k.Consent) != "yes" }

// untold says whether the records of a kind are told to nobody as they are.
func (k *Kind) untold() bool { return k.Reach == ToServer || k.Reach == ByAddress }

// Field gives the row of that name, nil when the kind has none.
func (k *Kind) Field(name string) *Field { return k.byName[name] }

// define fills the table of a kind from the tags of its struct, those of embedded structs in their place.
// A tag reads: `field:"text,need,min=12,max=200"`.
func define[T any](k Kind) *Kind {
	k.shape = reflect.TypeFor[T]()
	k.Fields = k.fieldsOf(k.shape, nil)
	if k.Answers != "" {
		k.Made = ByAnswer
	}
	if k.Ordered {
		k.Fields = append(k.Fields, Field{Name: "order", Type: Text, Max: 400, Server: true}) // 1,000 cards put at one spot make 200
	}
	k.byName = map[string]*Field{}
	for i := range k.Fields {
		if k.byName[k.Fields[i].Name] != nil {
			panic("boards: " + k.Name + " has two fields " + k.Fields[i].Name)
		}
		k.byName[k.Fields[i].Name] = &k.Fields[i]
	}
	return &k
}

func (k *Kind) fieldsOf(shape reflect.Type, at []int) (fields []Field) {
	for i := range shape.NumField() {
		f, index := shape.Field(i), append(slices.Clone(at), i)
		if f.Anonymous {
			fields = append(fields, k.fieldsOf(f.Type, index)...)
			continue
		}
		row := fieldOf(f)
		row.index = index
		if row.Type == Enum && len(row.Options) == 0 {
			row.Options = k.Options[row.Name]
		}
		fields = append(fields, row)
	}
	return fields
}

func fieldOf(f reflect.StructField) Field {
	parts := strings.Split(f.Tag.Get("field"), ",")
	row := Field{Name: parts[0], Type: typeOf(f.Type), Max: noLimit}
	if row.Type == Rows {
		row.Row = f.Type.Elem()
	}
	for _, part := range parts[1:] {
		key, value, _ := strings.Cut(part, "=")
		row.set(key, value)
	}
	return row
}

func typeOf(t reflect.Type) Type {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t.Kind() {
	case reflect.String:
		return Text
	case reflect.Int:
		return Int
	case reflect.Float64:
		return Number
	case reflect.Bool:
		return Bool
	case reflect.Slice:
		switch t.Elem().Kind() {
		case reflect.Struct:
			return Rows
		case reflect.Int:
			return Ints
		}
		return Texts
	case reflect.Map:
		return Word
	case reflect.Interface:
		return Age
	}
	panic("boards: no field type for " + t.String())
}

func (f *Field) set(key, value string) {
	switch key {
	case "need":
		f.Need = true
	case "min":
		f.Min = number(value)
	case "max":
		f.Max = number(value)
	case "most":
		f.Most = number(value)
	case "least":
		f.Least = number(value)
	case "of":
		f.Of, f.Type = value, map[Type]Type{Text: Ref, Texts: Refs}[f.Type]
	case "id": // a text that holds an id, also of what is gone since
		f.Of = value
	case "person":
		f.Person = true
	case "ask":
		f.Ask = map[string]Asking{"": AskFirst, "more": AskMore}[value]
	case "card":
		f.Card = true
	case "placed":
		f.Placed = true
	case "server":
		f.Server = true
	case "aside":
		f.Aside = true
	case "made":
		f.Made = true
	case "enum":
		f.Type = map[Type]Type{Text: Enum, Texts: Enums}[f.Type]
		if value != "" {
			f.Options = strings.Split(value, "|")
		}
	case "date":
		f.Type = map[Type]Type{Text: Date, Texts: Dates}[f.Type]
	case "time":
		f.Type = Time
	case "default":
		f.Default = value
	default:
		panic(fmt.Sprintf("boards: field %s has an unknown tag %q", f.Name, key))
	}
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic("boards: not a number in a field tag: " + s)
	}
	return n
}
