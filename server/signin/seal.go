package signin

import (
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"strings"
	"time"
)

// What a seal is for. One kind is never taken for the other.
const (
	forAttempt = "attempt"
	forPerson  = "person"
)

// sealer signs what a browser keeps for us.
type sealer struct{ key []byte }

// newSealer derives the key: the same on every server with these settings, another after the secret was renewed.
func newSealer(c Config) sealer {
	key, err := hkdf.Key(sha256.New, []byte(c.Secret), []byte(c.Issuer+"\n"+c.ClientID), "muntsaus sign-in cookies 1", sha256.Size)
	if err != nil {
		panic("signin: " + err.Error()) // of a length that cannot be made; ours can
	}
	return sealer{key}
}

type sealed[T any] struct {
	Until int64 `json:"u"` // Unix seconds
	What  T     `json:"w"`
}

func seal[T any](s sealer, kind string, what T, until time.Time) string {
	data, err := json.Marshal(sealed[T]{until.Unix(), what})
	if err != nil {
		panic("signin: " + err.Error()) // our own types
	}
	body := base64.RawURLEncoding.EncodeToString(data)
	return body + "." + s.sign(kind, body)
}

// unseal gives back what we signed, while it lasts.
func unseal[T any](s sealer, kind, text string, now time.Time) (what T, ok bool) {
	body, mark, found := strings.Cut(text, ".")
	if !found || !hmac.Equal([]byte(mark), []byte(s.sign(kind, body))) {
		return what, false
	}
	var box sealed[T]
	data, err := base64.RawURLEncoding.DecodeString(body)
	if err != nil || json.Unmarshal(data, &box) != nil || now.Unix() >= box.Until {
		return what, false
	}
	return box.What, true
}

func (s sealer) sign(kind, body string) string {
	h := hmac.New(sha256.New, s.key)
	h.Write([]byte(kind + "\n" + body))
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil))
}
