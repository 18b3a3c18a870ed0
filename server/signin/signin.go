package signin

import (
	"cmp"
	"context"
	"crypto/rand"
	"crypto/subtle"
	"errors"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

// How long things last.
const (
	attemptLasts = 10 * time.Minute
	personLasts  = 12 * time.Hour
	patience     = 5 * time.Second // with the provider, each time
	breath       = 2 * time.Second // between two questions to a provider that did not answer
)

// Config is what an operator settles with the provider.
type Config struct {
	Issuer   string   // as in its discovery document
	ClientID string   // ours there
	Secret   string   // ours there; also what cookies are signed with
	Domains  []string // of e-mail addresses that may come in; none = everybody the provider lets in
	Now      func() time.Time
}

// Person is who signed in: what we keep of it, in their own browser.
type Person struct {
	Name  string `json:"name"`
	Email string `json:"email"`
}

// Service signs people in. It is safe for concurrent use.
type Service struct {
	config Config
	seals  sealer
	client *http.Client

	mu       sync.Mutex
	provider *oidc.Provider // nil until it answered once
	asked    time.Time
}

// New makes a service. It asks nobody anything; see Reach.
func New(c Config) *Service {
	if c.Now == nil {
		c.Now = time.Now
	}
	c.Domains = slices.Clone(c.Domains)
	for i, domain := range c.Domains {
		c.Domains[i] = strings.ToLower(strings.TrimPrefix(strings.TrimSpace(domain), "@"))
	}
	return &Service{config: c, seals: newSealer(c), client: &http.Client{Timeout: patience}}
}

// Reach finds the provider; once it was found, it is remembered. ErrAway when it does not answer.
func (s *Service) Reach(ctx context.Context) error {
	_, err := s.reach(ctx)
	return err
}

func (s *Service) reach(ctx context.Context) (*oidc.Provider, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.provider != nil {
		return s.provider, nil
	}
	if now := s.config.Now(); now.Sub(s.asked) < breath {
		return nil, ErrAway
	}
	ctx, cancel := context.WithTimeout(oidc.ClientContext(ctx, s.client), patience)
	defer cancel()
	provider, err := oidc.NewProvider(ctx, s.config.Issuer)
	s.asked = s.config.Now()
	if err != nil {
		return nil, ErrAway
	}
	s.provider = provider
	return provider, nil
}

// attempt is what must come back from the provider for a sign-in to be the one that began in this browser.
type attempt struct {
	State    string `json:"s"`
	Nonce    string `json:"n"`
	Verifier string `json:"v"`
	To       string `json:"t"`
	Language string `json:"l"`
}

// Begin gives the provider's address to go to, and what the browser must keep until it comes back to callback. to is where the
// person goes in the end: a path of ours.
func (s *Service) Begin(ctx context.Context, callback, to, language string) (address, kept string, err error) {
	provider, err := s.reach(ctx)
	if err != nil {
		return "", "", err
	}
	a := attempt{State: rand.Text(), Nonce: rand.Text(), Verifier: oauth2.GenerateVerifier(), To: OwnPath(to), Language: language}
	address = s.asClient(provider, callback).AuthCodeURL(a.State, oidc.Nonce(a.Nonce), oauth2.S256ChallengeOption(a.Verifier))
	return address, seal(s.seals, forAttempt, a, s.config.Now().Add(attemptLasts)), nil
}

// asClient is what we are at the provider.
func (s *Service) asClient(provider *oidc.Provider, callback string) *oauth2.Config {
	endpoint := provider.Endpoint()
	endpoint.AuthStyle = styleOf(provider)
	return &oauth2.Config{ClientID: s.config.ClientID, ClientSecret: s.config.Secret, Endpoint: endpoint, RedirectURL: callback,
		Scopes: []string{oidc.ScopeOpenID, "profile", "email"}}
}

// styleOf says how the provider wants our secret. Left to guess, a refused code would be tried twice.
func styleOf(provider *oidc.Provider) oauth2.AuthStyle {
	var says struct {
		Methods []string `json:"token_endpoint_auth_methods_supported"`
	}
	if provider.Claims(&says) != nil {
		return oauth2.AuthStyleInHeader
	}
	if slices.Contains(says.Methods, "client_secret_post") && !slices.Contains(says.Methods, "client_secret_basic") {
		return oauth2.AuthStyleInParams
	}
	return oauth2.AuthStyleInHeader // also what counts when it says nothing
}

// Returned is an attempt that came back to the browser it began in.
type Returned struct {
	To       string // where to go, a path of ours
	Language string // the page's, "" when it named none
	attempt  attempt
}

// Return matches what came back with what the browser kept.
func (s *Service) Return(kept, state string) (Returned, error) {
	a, ok := unseal[attempt](s.seals, forAttempt, kept, s.config.Now())
	r := Returned{OwnPath(a.To), a.Language, a}
	if !ok || subtle.ConstantTimeCompare([]byte(a.State), []byte(state)) != 1 {
		return r, ErrAttempt
	}
	return r, nil
}

// Finish exchanges the code, and gives what the browser keeps from now on.
func (s *Service) Finish(ctx context.Context, callback string, r Returned, code string) (kept string, lasts time.Duration, err error) {
	provider, err := s.reach(ctx)
	if err != nil {
		return "", 0, err
	}
	ctx, cancel := context.WithTimeout(oidc.ClientContext(ctx, s.client), 2*patience)
	defer cancel()
	token, err := s.asClient(provider, callback).Exchange(ctx, code, oauth2.VerifierOption(r.attempt.Verifier))
	var refused *oauth2.RetrieveError
	switch {
	case errors.As(err, &refused) && slices.Contains([]string{"invalid_client", "unauthorized_client"}, refused.ErrorCode):
		return "", 0, ErrClient
	case errors.As(err, &refused) && refused.Response != nil && refused.Response.StatusCode < 500:
		return "", 0, ErrToken
	case err != nil:
		return "", 0, ErrAway
	}
	who, err := s.read(ctx, provider, token, r.attempt.Nonce)
	if err != nil {
		return "", 0, err
	}
	return seal(s.seals, forPerson, who, s.config.Now().Add(personLasts)), personLasts, nil
}

// read checks the provider's word: signature, issuer, audience, time, nonce; then whether that account may come in.
func (s *Service) read(ctx context.Context, provider *oidc.Provider, token *oauth2.Token, nonce string) (Person, error) {
	raw, _ := token.Extra("id_token").(string)
	id, err := provider.Verifier(&oidc.Config{ClientID: s.config.ClientID, Now: s.config.Now}).Verify(ctx, raw)
	if err != nil || subtle.ConstantTimeCompare([]byte(id.Nonce), []byte(nonce)) != 1 {
		return Person{}, ErrToken
	}
	var claims struct {
		Name     string `json:"name"`
		Email    string `json:"email"`
		Verified *bool  `json:"email_verified"`
	}
	if id.Claims(&claims) != nil {
		return Person{}, ErrToken
	}
	if !s.mayEnter(claims.Email, claims.Verified) {
		return Person{}, ErrForeign
	}
	who := Person{shown(claims.Name, 60), shown(claims.Email, 120)}
	who.Name = cmp.Or(who.Name, who.Email)
	return who, nil
}

// mayEnter judges the address where domains are set. An address the provider itself doubts is none; a provider that says nothing
// about that is believed, because some never do.
func (s *Service) mayEnter(email string, verified *bool) bool {
	if len(s.config.Domains) == 0 {
		return true
	}
	_, domain, ok := cutLast(strings.ToLower(email), "@")
	return ok && (verified == nil || *verified) && slices.Contains(s.config.Domains, domain)
}

func cutLast(s, sep string) (before, after string, ok bool) {
	if at := strings.LastIndex(s, sep); at >= 0 {
		return s[:at], s[at+len(sep):], true
	}
	return s, "", false
}

// shown keeps what can be shown of a name, short enough for a cookie.
func shown(text string, most int) string {
	text = strings.TrimSpace(strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, text))
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

// Who reads what Finish gave, while it lasts.
func (s *Service) Who(kept string) (Person, bool) {
	return unseal[Person](s.seals, forPerson, kept, s.config.Now())
}

// OwnPath gives a path of ours, "/" for whatever would lead a browser elsewhere.
func OwnPath(to string) string {
	plain := strings.IndexFunc(to, func(r rune) bool { return r <= ' ' || r >= 0x7F || r == '\\' }) < 0
	if !plain || len(to) > 200 || !strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") || strings.HasPrefix(to, "/signin/") {
		return "/"
	}
	return to
}
