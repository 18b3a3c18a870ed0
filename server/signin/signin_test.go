package signin

import (
	"strings"
	"testing"
	"time"
)

func FuzzOwnPath(f *testing.F) {
	for _, seed := range []string{"/", "/b/x?y=1", "//evil", `/\evil`, "/\t/evil", "https://evil", "/signin/start", "/%2f%2fevil"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, to string) {
		path := OwnPath(to)
		if !strings.HasPrefix(path, "/") || len(path) > 1 && (path[1] == '/' || path[1] == '\\') ||
			strings.ContainsAny(path, "\r\n\t\x00\\ ") {
			t.Fatalf("%q leads to %q", to, path)
		}
	})
}

func FuzzUnseal(f *testing.F) {
	now := time.Unix(1_800_000_000, 0)
	s := newSealer(Config{Issuer: "https://i", ClientID: "c", Secret: "s"})
	good := seal(s, forPerson, Person{"Noor", "n@x"}, now.Add(time.Hour))
	for _, seed := range []string{good, good + ".", "." + good, good[1:], "", ".", "e30.AAAA", strings.ToUpper(good)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if who, ok := unseal[Person](s, forPerson, text, now); ok != (text == good) || ok && who.Name != "Noor" {
			t.Fatalf("%q gives %v %v", text, who, ok)
		}
		if _, ok := unseal[attempt](s, forAttempt, text, now); ok {
			t.Fatalf("%q is taken for an attempt", text)
		}
	})
}

func TestASealEnds(t *testing.T) {
	now := time.Unix(1_800_000_000, 0)
	s := newSealer(Config{Issuer: "https://i", ClientID: "c", Secret: "s"})
	text := seal(s, forPerson, Person{"Noor", ""}, now.Add(time.Minute))
	if _, ok := unseal[Person](s, forPerson, text, now.Add(59*time.Second)); !ok {
		t.Error("ends too early")
	}
	if _, ok := unseal[Person](s, forPerson, text, now.Add(time.Minute)); ok {
		t.Error("does not end")
	}
	for _, other := range []Config{{Issuer: "https://j", ClientID: "c", Secret: "s"}, {Issuer: "https://i", ClientID: "d", Secret: "s"}, {Issuer: "https://i", ClientID: "c", Secret: "t"}} {
		if _, ok := unseal[Person](newSealer(other), forPerson, text, now); ok {
			t.Errorf("taken by %+v", other)
		}
	}
}
