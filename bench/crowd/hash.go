package crowd

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"muntsaus/boards"
)

// Hash is the canonical hash of what everybody may see of a board: its records in telling order, encoded.
func Hash(records []*boards.Record) string {
	sum := sha256.Sum256(encode(records))
	return hex.EncodeToString(sum[:12])
}

// encode writes JSON without the escapes that only matter in a web page, so that a marker stays readable.
func encode(v any) []byte {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic("crowd: " + err.Error()) // our own types only
	}
	return bytes.TrimRight(buf.Bytes(), "\n")
}
