package incoming

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
)

// bare is an & that begins no entity: one public editor does not escape names.
var bare = regexp.MustCompile(`&(#?\w{1,10};)?`)

// cjml reads a customer journey of CJML 2.0: actors, and touchpoints in their order. Nothing is read from disk or net: a file with
// entities of its own, or that nests without end, is refused. Where a file ends early, what stands before counts.
func cjml(data []byte) (Journey, error) {
	data = bare.ReplaceAllFunc(data, func(found []byte) []byte {
		if len(found) == 1 {
			return []byte("&amp;")
		}
		return found
	})
	r := &cjmlReader{actors: map[string]string{}}
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			line, _ := d.InputPos()
			r.leave(line, "ends_early")
			break
		}
		if err := r.read(token, d); err != nil {
			return Journey{}, err
		}
	}
	return r.finished()
}

// cjmlReader holds what was read so far.
type cjmlReader struct {
	Journey
	depth  int
	path   []string
	open   *point
	points []point
	phase  string
	actors map[string]string
	actor  string // whose name is being read
}

// point is a touchpoint: its attributes and the texts in it, by name.
type point struct {
	line  int
	phase string
	said  map[string]string
}

func (r *cjmlReader) read(token xml.Token, d *xml.Decoder) error {
	switch t := token.(type) {
	case xml.Directive:
		return ErrUnsafe
	case xml.StartElement:
		if r.depth++; r.depth > mostDepth || len(r.points) > mostSteps {
			return ErrUnsafe
		}
		r.path = append(r.path, strings.ToLower(t.Name.Local))
		line, _ := d.InputPos()
		r.start(t, line)
	case xml.EndElement:
		r.depth--
		name := r.path[len(r.path)-1]
		r.path = r.path[:len(r.path)-1]
		r.end(name)
	case xml.CharData:
		r.text(strings.TrimSpace(string(t)))
	}
	return nil
}

func (r *cjmlReader) start(t xml.StartElement, line int) {
	said := map[string]string{}
	for _, a := range t.Attr {
		said[strings.ToLower(a.Name.Local)] = a.Value
	}
	switch name := r.path[len(r.path)-1]; {
	case name == "actor" && r.open == nil:
		r.actor = said["id"]
		r.actors[said["id"]] = first(said, "name", "label", "role")
		if role := strings.ToLower(said["role"]); isCustomer(role) || role == "customer" || role == "user" {
			r.actors[said["id"]] = "customer"
		}
	case name == "phase":
		r.phase = first(said, "name", "title", "label")
	case name == "touchpoint" || name == "action" || name == "communicationpoint":
		if r.open == nil {
			r.open = &point{line, r.phase, said}
			return
		}
	case (name == "journey" || name == "cjml" || name == "diagram") && r.Title == "":
		r.Title = first(said, "name", "title", "label")
	}
	if r.open != nil {
		for key, value := range said { // <sender ref="a1"/>
			r.open.said[r.path[len(r.path)-1]+"."+key] = value
		}
	}
}

func (r *cjmlReader) text(text string) {
	if text == "" || len(r.path) == 0 {
		return
	}
	name := r.path[len(r.path)-1]
	switch {
	case r.open != nil:
		r.open.said[name] = strings.TrimSpace(r.open.said[name] + " " + text)
	case r.actor != "" && (name == "name" || name == "actor" || name == "label"):
		if r.actors[r.actor] != "customer" {
			r.actors[r.actor] = text
		}
	case r.actor != "" && name == "role" && (isCustomer(text) || strings.EqualFold(text, "user")):
		r.actors[r.actor] = "customer"
	case name == "title" || name == "name":
		if r.Title == "" {
			r.Title = text
		}
	}
}

func (r *cjmlReader) end(name string) {
	switch {
	case name == "actor":
		r.actor = ""
	case name == "phase":
		r.phase = ""
	case r.open != nil && (name == "touchpoint" || name == "action" || name == "communicationpoint") &&
		!strings.Contains(strings.Join(r.path, "/"), "touchpoint"):
		r.points = append(r.points, *r.open)
		r.open = nil
	}
}

func first(said map[string]string, names ...string) string {
	for _, name := range names {
		if text := strings.Join(strings.Fields(said[name]), " "); text != "" {
			return text
		}
	}
	return ""
}

// finished makes steps of the touchpoints. Whoever sends or receives and is no customer is the department in front.
func (r *cjmlReader) finished() (Journey, error) {
	for _, p := range r.points {
		title := first(p.said, "name", "title", "label", "description", "text", "content")
		if title == "" {
			r.leave(p.line, "no_step")
			continue
		}
		s := Step{Title: title, Channel: first(p.said, "channel", "medium", "channel.name")}
		if text := first(p.said, "description", "text"); text != title {
			s.Action = text
		}
		for _, key := range []string{"initiator", "sender", "actor", "receiver", "recipient"} {
			for _, id := range []string{p.said[key], p.said[key+".ref"], p.said[key+".id"], p.said[key+"id"], p.said[key+".actor"]} {
				if name := r.actors[id]; name != "" && !isCustomer(name) && s.Department == "" {
					s.Department = name
				}
			}
		}
		r.add(p.phase, s)
	}
	if r.steps() == 0 {
		return r.Journey, ErrUnknown
	}
	return r.Journey, nil
}
