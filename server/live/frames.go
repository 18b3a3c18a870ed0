package live

import (
	"bytes"
	"encoding/json"

	"muntsaus/boards"
)

// Frames the server sends. docs/protocol.md says what each is for.

type you struct {
	Person     string `json:"personId,omitempty"`
	Role       string `json:"role"`
	Department string `json:"departmentId,omitempty"`
	Owner      *owner `json:"owner,omitempty"`
}

type settled struct {
	LastN   int   `json:"lastN"`
	Skipped []int `json:"skipped"`
}

// welcome is the head of a welcome. The records or entries follow it, encoded once for everybody.
type welcome struct {
	Type    string             `json:"type"`
	Epoch   string             `json:"epoch"`
	Seq     uint64             `json:"seq"`
	Tail    string             `json:"tail"`
	Now     int64              `json:"now"`
	You     you                `json:"you"`
	LastN   int                `json:"lastN"`
	Skipped []int              `json:"skipped"`
	LastNs  map[string]settled `json:"lastNs,omitempty"`
	Mine    []*boards.Record   `json:"mine"`
	Own     []string           `json:"own"`
	More    bool               `json:"more"`
}

// sharedEntry is an entry as everybody may see it.
type sharedEntry struct {
	Seq     uint64          `json:"seq"`
	At      int64           `json:"at"`
	Effects []boards.Effect `json:"effects"`
}

type yours struct {
	Type    string          `json:"type"`
	Acks    []int           `json:"acks"`
	Client  string          `json:"client,omitempty"`
	Seq     *uint64         `json:"seq"`
	Effects []boards.Effect `json:"effects"`
}

type refused struct {
	Type    string `json:"type"`
	N       int    `json:"n"`
	Client  string `json:"client,omitempty"`
	Op      int    `json:"op"`
	Code    string `json:"code"`
	Field   string `json:"field,omitempty"`
	Message string `json:"message"`
	Why     string `json:"why,omitempty"` // which of several sentences of a code the message is
}

// RefusedFrame refuses a push of a page by its number; op is the one of its ops that was refused.
func RefusedFrame(p boards.Push, no *boards.Refusal, op int, page, language string) []byte {
	frame := refused{Type: "refused", N: p.N, Op: op, Code: no.Code, Field: no.Field, Message: no.Sentence(language)}
	if p.Client != page {
		frame.Client = p.Client
	}
	return encode(frame)
}

type ready struct {
	Type  string `json:"type"`
	Round string `json:"round"`
	Ready int    `json:"ready"`
	Of    int    `json:"of"`
	Away  int    `json:"away,omitempty"` // of them: not here, and not done
}

// encode writes JSON the way JavaScript does: no HTML escapes, no final newline. Only our own types come here.
func encode(v any) []byte {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic("live: cannot encode " + err.Error())
	}
	return bytes.TrimRight(buf.Bytes(), "\n")
}

// entriesFrame wraps one encoded shared entry.
func entriesFrame(entry []byte, tail string) []byte {
	frame := make([]byte, 0, len(entry)+64)
	frame = append(frame, `{"type":"entries","entries":[`...)
	frame = append(frame, entry...)
	frame = append(frame, `],"tail":"`...)
	frame = append(frame, tail...)
	return append(frame, `"}`...)
}
