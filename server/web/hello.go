package web

import (
	"encoding/json"
	"errors"

	"muntsaus/boards"
	"muntsaus/server/live"
)

// mostClients is how many older pages one page may speak for.
const mostClients = 20

// protocol is the number of the language pages and server speak. A page that names another one was loaded from another
// version of the program.
const protocol = Protocol

// Protocol is that number, for who asks the program what it is.
const Protocol = 1

// errVersion says that a page speaks another protocol and must be loaded again.
var errVersion = errors.New("another protocol")

// readHello reads {"type":"hello","client","since"?,"clients"?,"language"?,"protocol"?}.
func readHello(frame map[string]any) (live.Hello, error) {
	f := &form{left: frame}
	f.take("type")
	if f.has("protocol") && f.number("protocol") != protocol && f.no == nil {
		return live.Hello{}, errVersion
	}
	h := live.Hello{Client: f.need("client"), Clients: f.texts("clients"), Language: f.text("language")}
	if since := f.object("since"); since != nil {
		h.Since = &live.Since{Epoch: since.text("epoch"), Seq: since.number("seq"), Tail: since.text("tail")}
		if err := since.done(); err != nil {
			return h, err
		}
	}
	if h.Language != "nl" && h.Language != "en" {
		h.Language = ""
	}
	if err := f.done(); err != nil {
		return h, err
	}
	if len(h.Clients) > mostClients {
		return h, bad("bad_request")
	}
	for _, client := range append([]string{h.Client}, h.Clients...) {
		if !boards.ValidClient(client) {
			return h, bad("bad_request")
		}
	}
	return h, nil
}

type whereabouts struct {
	at, field string
	typing    bool
	hidden    bool
}

// readHere reads {"type":"here","at":id|null,"typing"?,"field"?,"hidden"?}.
func readHere(frame map[string]any) (whereabouts, error) {
	f := &form{left: frame}
	f.take("type")
	w := whereabouts{at: f.text("at"), field: f.text("field"), typing: f.flag("typing"), hidden: f.flag("hidden")}
	if len(w.field) > 40 {
		return w, bad("bad_request")
	}
	return w, f.done()
}

func errorFrame(code, language string) []byte {
	return frame(map[string]any{"type": "error", "code": code, "message": boards.Sentence(code, language)})
}

func frame(v map[string]any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		panic("web: cannot encode " + err.Error()) // our own values only
	}
	return data
}
