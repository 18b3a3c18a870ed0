package live

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	mathrand "math/rand/v2"
	"time"

	"golang.org/x/text/unicode/norm"

	"muntsaus/boards"
	clean "muntsaus/server/picture"
)

const plain = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// Random gives n characters nobody can guess, about 5.9 bits each.
func Random(n int) string { return Pick(plain, n) }

// Pick gives n characters of an alphabet of at most 256, each as likely as the others.
func Pick(alphabet string, n int) string {
	fair := 256 - 256%len(alphabet) // bytes above would make the first characters more likely
	out, buf := make([]byte, 0, n), make([]byte, n)
	for len(out) < n {
		rand.Read(buf) // never fails: the program ends when the system has no randomness
		for _, b := range buf {
			if int(b) < fair && len(out) < n {
				out = append(out, alphabet[int(b)%len(alphabet)])
			}
		}
	}
	return string(out)
}

// Hash is how keys and seats are kept.
func Hash(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// Now is the Moment of the real world.
func Now() boards.Moment {
	return boards.Moment{
		At:      time.Now().UnixMilli(),
		ID:      func() string { return Random(20) },
		Perm:    mathrand.Perm,
		Hash:    Hash,
		Compose: norm.NFC.String,
		Picture: clean.Clean,
		Holiday: Holiday,
	}
}
