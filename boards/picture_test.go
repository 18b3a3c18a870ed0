package boards

import (
	"bytes"
	"encoding/base64"
	"errors"
	"testing"
)

// shows puts a picture of these bytes on the board, as the door does, and gives its id.
func (w *world) shows(data string) string {
	w.t.Helper()
	id := "picture-" + w.id()
	w.do("server", actOp("picture", id, map[string]any{"data": base64.StdEncoding.EncodeToString([]byte(data))}))
	return id
}

// cleaner stands for what the door gives: bytes that begin with "ok" are a picture.
func cleaner(data []byte) ([]byte, error) {
	if !bytes.HasPrefix(data, []byte("ok")) {
		return nil, errors.New("no picture")
	}
	return append([]byte("clean "), data...), nil
}

// A persona names its picture; nobody is told the bytes, and no number that others see moves because of them.
func TestAPictureIsNamedAndNotTold(t *testing.T) {
	w := newWorld(t)
	before := w.b.Shared
	id := w.shows("ok, a face")
	if string(PictureOf(w.b, id)) != "ok, a face" || w.b.Shared != before {
		t.Errorf("%q, %d after %d", PictureOf(w.b, id), w.b.Shared, before)
	}
	w.do(w.host, put("persona", "persona-of-this-test", Fields{"name": "Sanne"}))
	w.do(w.ann, set("persona-of-this-test", Fields{"image": id}))
	w.refused(w.ann, "not_found", set("persona-of-this-test", Fields{"image": w.pain}))
	w.refused(w.watcher, "not_allowed", set("persona-of-this-test", Fields{"image": nil}))
	w.refused(w.host, "not_allowed", put("picture", w.id(), Fields{"data": "aGk="}))
	w.refused(w.host, "not_found", del(id))
	secret := []byte(base64.StdEncoding.EncodeToString([]byte("ok, a face")))
	for _, p := range w.b.All("person") {
		if bytes.Contains(encode([]any{w.b.Public(), w.b.Mine(p.ID), w.b.Deletions(Actor{p.ID, p.Str("role")})}), secret) {
			t.Errorf("%s was told the bytes", p.Str("name"))
		}
	}
	if PictureOf(w.b, w.pain) != nil || PictureOf(w.b, "nothing") != nil {
		t.Error("something else was taken for a picture")
	}
	w.checkReplay()
}

// A file and a copy of the board hold the picture; from a file it comes in as clean as any, or not at all.
func TestAPictureGoesAlong(t *testing.T) {
	w := newWorld(t)
	id, bad := w.shows("ok, a face"), w.shows("a script")
	w.do(w.host, put("persona", "persona-of-this-test", Fields{"name": "Sanne", "image": id}))
	w.do(w.host, put("persona", "another-of-this-test", Fields{"name": "Piet", "image": bad}))
	now := w.now()
	now.Picture = cleaner
	f, err := Import(Export(w.b), "board-two", "lineage", now)
	if err != nil {
		t.Fatal(err)
	}
	if left := f.LeftOut(); len(left) != 2 || left[0].Kind != "picture" || left[1].Field != "image" {
		t.Errorf("left out: %+v", left)
	}
	b, err := f.Board()
	if err != nil || string(PictureOf(b, id)) != "clean ok, a face" || b.Get("persona-of-this-test").Str("image") != id || b.Get(bad) != nil {
		t.Errorf("%v: %q %+v", err, PictureOf(b, id), b.Get("another-of-this-test"))
	}
	if len(b.Get(id).To) != 1 {
		t.Error("everybody is told the picture of an imported board")
	}
	c, err := Copy(w.b, "board-three", "lineage", nil, w.now())
	if err != nil {
		t.Fatal(err)
	}
	if b, err := c.Board(); err != nil || string(PictureOf(b, id)) != "ok, a face" {
		t.Errorf("the copy: %v", err)
	}
}

// What nothing names goes with the next picture, ten minutes later; twelve at one time are enough.
func TestPicturesThatNothingNamesGo(t *testing.T) {
	w := newWorld(t)
	kept, gone := w.shows("ok 1"), w.shows("ok 2")
	w.do(w.host, put("persona", "persona-of-this-test", Fields{"name": "Sanne", "image": kept}))
	if w.b.Get(gone) == nil {
		t.Error("it went before it could be named")
	}
	w.do(w.host, Op{Op: "act", Do: "show", Args: map[string]any{"view": "persona"}})
	op := actOp("picture", "picture-of-later-on", map[string]any{"data": "aGk="})
	if _, no := w.tryAt(w.b.At+pictureGrace+1, "server", op); no != nil {
		t.Fatal(no)
	}
	if w.b.Get(gone) != nil || w.b.Get(kept) == nil {
		t.Errorf("gone %v, kept %v", w.b.Get(gone), w.b.Get(kept))
	}
	for w.b.Count("picture") < pictureKind.Limit {
		w.shows("ok")
	}
	w.refused("server", "full", actOp("picture", w.id(), map[string]any{"data": "aGk="}))
}
