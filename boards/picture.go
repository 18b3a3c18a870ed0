package boards

import "encoding/base64"

// Picture is a small picture that a field of another record names, such as a persona's. It is kept on the board like anything else, so a
// backup, a copy, a file and a deletion hold it too; but no page is told its bytes: it is fetched by an address of its own.
type Picture struct {
	Data string `field:"data,need,max=280000"` // a JPEG without anything beside its points, base64
}

// Six personas may each have one, and a page may change its mind a few times.
var pictureKind = define[Picture](Kind{Name: "picture", Made: ByServer, Reach: ByAddress, Plan: true, Limit: 12})

// pictureGrace is how long a picture that no field names stays: whoever brought it is about to name it, or takes a step back.
const pictureGrace = 10 * 60 * 1000

func init() {
	pictureKind.arrives = func(now Moment, r *Record) bool {
		data, err := base64.StdEncoding.DecodeString(r.Str("data"))
		if err != nil || now.Picture == nil {
			return false
		}
		clean, err := now.Picture(data)
		r.Fields = Fields{"data": base64.StdEncoding.EncodeToString(clean)}
		return err == nil
	}
}

// MayPicture answers nil when somebody may bring a picture: whoever may change the persona.
func MayPicture(b *Board, who Actor) *Refusal {
	return row("set", "persona").allow(b, who, false, "image")
}

// PictureOf gives the bytes of a picture of the board, a JPEG; nil when there is none of that id.
func PictureOf(b *Board, id string) []byte {
	r := b.Get(id)
	if r == nil || r.Kind != pictureKind.Name {
		return nil
	}
	data, err := base64.StdEncoding.DecodeString(r.Str("data"))
	if err != nil {
		return nil
	}
	return data
}

// takePicture keeps a picture that the door has made clean, under an id it made, and lets go of those that nothing names. args: data.
func takePicture(a acting) ([]Effect, *Refusal) {
	if !validID(a.id) || a.board.taken(a.id) {
		return nil, refuse("bad_value", "id")
	}
	data, effects := a.args.text("data"), []Effect(nil)
	left := a.board.Count("picture")
	for _, r := range a.board.All("picture") {
		if a.now.At-r.At > pictureGrace && !a.board.named(r) {
			effects = append(effects, Effect{E: "del", ID: r.ID, To: r.To})
			left--
		}
	}
	if left >= pictureKind.Limit {
		return nil, refuse("full", "picture").reason("pictures")
	}
	made, no := a.make("picture", Fields{"data": data}, OnlyServer)
	if no == nil {
		made.Record.ID = a.id
	}
	return append(effects, made), no
}

// named says whether a field of some record holds the id of this one.
func (b *Board) named(r *Record) bool {
	for _, kind := range kinds {
		for i := range kind.Fields {
			if kind.Fields[i].Of != r.Kind {
				continue
			}
			for _, other := range b.byKind[kind.Name] {
				if other.Str(kind.Fields[i].Name) == r.ID {
					return true
				}
			}
		}
	}
	return false
}
