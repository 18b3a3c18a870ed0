package main

import (
	"strings"
	"testing"
)

// Half of the settings, or settings that would not do, are refused before the server starts.
func TestSettingsForSigningIn(t *testing.T) {
	whole := func(bend func(*serve)) error {
		s := serve{PublicURL: []string{"https://w.example.nl"}, OIDCIssuer: "https://i.example.nl", OIDCClientID: "c", OIDCSecret: "s"}
		bend(&s)
		return s.Validate()
	}
	if err := whole(func(*serve) {}); err != nil {
		t.Fatal(err)
	}
	if err := whole(func(s *serve) { s.OIDCIssuer = "http://127.0.0.1:9" }); err != nil {
		t.Error("a provider on this machine:", err)
	}
	for part, bend := range map[string]func(*serve){
		"--public-url":         func(s *serve) { s.PublicURL = nil },
		"--oidc-issuer is":     func(s *serve) { s.OIDCIssuer = "" },
		"must look like https": func(s *serve) { s.OIDCIssuer = "http://i.example.nl" },
		"https://accounts":     func(s *serve) { s.OIDCIssuer = "i.example.nl" },
		"--oidc-client-id":     func(s *serve) { s.OIDCClientID = "" },
		"CLIENT_SECRET":        func(s *serve) { s.OIDCSecret = "" },
		"client-secret-file":   func(s *serve) { s.OIDCSecretFile = "x" },
		"--create-passcode or": func(s *serve) { s.CreatePasscode = "p" },
	} {
		if err := whole(bend); err == nil || !strings.Contains(err.Error(), part) {
			t.Errorf("%s: %v", part, err)
		}
	}
}
