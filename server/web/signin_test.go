package web

import (
	"crypto/rand"
	"crypto/rsa"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"muntsaus/server/live"
	"muntsaus/server/oplog"
	"muntsaus/server/signin"
	"muntsaus/server/signin/signintest"
)

const publicHost = "workshop.test"

// provided is a house that asks to sign in, and its provider.
type provided struct {
	*house
	provider *signintest.Provider
	clock    time.Duration // how far ahead the house is
}

func openProvider(t *testing.T) *signintest.Provider {
	p, err := signintest.Start()
	must(t, err)
	t.Cleanup(p.Close)
	return p
}

func openSignin(t *testing.T, p *signintest.Provider, public string, domains ...string) *provided {
	t.Helper()
	v := &provided{provider: p}
	desk := signin.New(signin.Config{Issuer: p.URL, ClientID: signintest.ClientID, Secret: signintest.Secret, Domains: domains,
		Now: func() time.Time { return time.Now().Add(v.clock) }})
	v.house = openHouse(t, oplog.NewMemory(), func(_ *live.Options, c *Config) { c.SignIn, c.PublicURLs = desk, []string{public} })
	return v
}

// browser keeps cookies by hand, so that a test can bend them, and follows nothing by itself.
type browser struct {
	*provided
	cookies map[string]string
	flags   map[string]*http.Cookie
}

func (v *provided) browser() *browser {
	return &browser{v, map[string]string{}, map[string]*http.Cookie{}}
}

func (b *browser) visit(method, path, body string, headers ...string) answer {
	b.t.Helper()
	var sent []string
	for name, value := range b.cookies {
		sent = append(sent, name+"="+value)
	}
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	headers = append([]string{"Host", publicHost, "Cookie", strings.Join(sent, "; ")}, headers...)
	if !slices.Contains(headers, "Origin") && method != "GET" {
		headers = append(headers, "Origin", b.door.PublicURLs[0])
	}
	a := b.askWith(client, method, path, body, headers...)
	for _, k := range (&http.Response{Header: a.header}).Cookies() {
		b.flags[k.Name] = k
		if b.cookies[k.Name] = k.Value; k.Value == "" {
			delete(b.cookies, k.Name)
		}
	}
	return a
}

// toProvider begins, and gives the path with which the provider sends the browser back.
func (b *browser) toProvider(path string) string {
	b.t.Helper()
	a := b.visit("GET", path, "", "Accept-Language", "nl").want(b.t, 303)
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	back, err := client.Get(a.header.Get("Location"))
	must(b.t, err)
	back.Body.Close()
	address, err := back.Location()
	must(b.t, err)
	if address.Host != publicHost || address.Path != "/signin/callback" {
		b.t.Fatalf("the provider sends people to %s", address)
	}
	return address.RequestURI()
}

func (b *browser) signedIn() bool {
	a := b.visit("GET", "/api/signin", "").want(b.t, 200)
	_, ok := a.json["person"]
	return ok
}

func TestSignIn(t *testing.T) {
	t.Parallel()
	for _, scheme := range []string{"http", "https"} {
		v := openSignin(t, openProvider(t), scheme+"://"+publicHost, "example.nl")
		b := v.browser()
		if a := b.visit("POST", "/api/boards", wishOfTheTest, "Accept-Language", "nl").want(t, 403); a.code() != "sign_in" ||
			!strings.Contains(string(a.body), "log je eerst in") {
			t.Fatalf("without: %s", a.body)
		}
		b.visit("POST", "/api/boards/import", "{}").want(t, 403)
		if a := b.visit("GET", "/api/signin", ""); a.json["needed"] != true || b.signedIn() {
			t.Fatalf("answer %s", a.body)
		}
		back := b.toProvider("/signin/start?to=/%3Fx&lang=nl")
		prefix := map[string]string{"http": "", "https": "__Host-"}[scheme]
		attempt := b.flags[prefix+"muntsaus_attempt"]
		if attempt == nil || !attempt.HttpOnly || attempt.SameSite != http.SameSiteLaxMode || attempt.Path != "/" ||
			attempt.Secure != (scheme == "https") {
			t.Fatalf("the attempt's cookie: %+v", attempt)
		}
		if a := b.visit("GET", back, "").want(t, 303); a.header.Get("Location") != "/?x" {
			t.Fatalf("back to %s", a.header.Get("Location"))
		}
		person := b.flags[prefix+"muntsaus_person"]
		if person == nil || !person.HttpOnly || person.SameSite != http.SameSiteStrictMode || person.MaxAge != 12*3600 ||
			person.Secure != (scheme == "https") {
			t.Fatalf("the person's cookie: %+v", person)
		}
		if a := b.visit("GET", "/api/signin", ""); !strings.Contains(
			string(a.body),
			`{"name":"Noor Begeleider","email":"Noor@Example.nl"}`,
		) {
			t.Fatalf("who: %s", a.body)
		}
		board := b.visit("POST", "/api/boards", wishOfTheTest).want(t, 201)
		file := b.ask("GET", "/api/boards/"+board.str("boardId")+"/board.json", "", bearerOf(board.str("seat"))...)
		b.visit("POST", "/api/boards/import", string(file.body)).want(t, 201)
		b.visit("POST", "/api/boards", wishOfTheTest, "Origin", "https://evil.test").want(t, 403)
		b.visit("POST", "/api/signout", "", "Origin", "https://evil.test").want(t, 403)
		b.visit("POST", "/api/signout", "").want(t, 204)
		if b.signedIn() {
			t.Fatal("still signed in")
		}
		// Joining needs no account, and neither do the keys of a board.
		v.join(board, "Ann")
		v.exchange(board.str("facilitatorKey")).want(t, 200)
		v.exchange(board.str("cofacilitatorKey")).want(t, 200)
		for _, secret := range []string{"Noor", "example.nl", "opaque", b.cookies["x"] + "eyJ", signintest.Secret, url.QueryEscape(back)} {
			if secret != "" && strings.Contains(v.log.String(), secret) {
				t.Fatalf("%q is in the log: %s", secret, v.log)
			}
		}
	}
}

// What may be wrong with what comes back: nobody is signed in, the attempt is over, and a sentence says so in the reader's language.
func TestSignInThatDoesNotHold(t *testing.T) {
	t.Parallel()
	other, err := rsa.GenerateKey(rand.Reader, 2048)
	must(t, err)
	claim := func(name string, value any) func(*provided, *browser, string) string {
		return func(v *provided, _ *browser, back string) string {
			v.provider.Claims = func(c map[string]any) { c[name] = value }
			return back
		}
	}
	cases := map[string]struct {
		status int
		bend   func(v *provided, b *browser, back string) string
	}{
		"wrong state": {400, func(_ *provided, _ *browser, back string) string {
			return strings.Replace(back, "state=", "state=X", 1)
		}},
		"no state":  {400, func(_ *provided, _ *browser, back string) string { return strings.Replace(back, "state=", "s=", 1) }},
		"no cookie": {400, func(_ *provided, b *browser, back string) string { clear(b.cookies); return back }},
		"cookie tampered": {400, func(_ *provided, b *browser, back string) string {
			b.cookies["muntsaus_attempt"] = "A" + b.cookies["muntsaus_attempt"][1:]
			return back
		}},
		"mark tampered": {400, func(_ *provided, b *browser, back string) string { b.cookies["muntsaus_attempt"] += "A"; return back }},
		"too late":      {400, func(v *provided, _ *browser, back string) string { v.clock = 11 * time.Minute; return back }},
		"the other cookie": {400, func(v *provided, b *browser, back string) string {
			b.cookies["muntsaus_attempt"] = v.signedPerson(b)
			return back
		}},
		"another's attempt": {400, func(v *provided, _ *browser, _ string) string { return v.browser().toProvider("/signin/start") }},
		"a code of another attempt": {403, func(v *provided, b *browser, back string) string {
			theirs, _ := url.Parse(v.browser().toProvider("/signin/start"))
			ours, _ := url.Parse(back)
			return "/signin/callback?" + url.Values{
				"code":  theirs.Query()["code"],
				"state": ours.Query()["state"],
			}.Encode() // PKCE: another verifier
		}},
		"refused": {403, func(_ *provided, _ *browser, back string) string {
			return strings.Replace(back, "code=", "error=access_denied&c=", 1)
		}},
		"wrong code":       {403, func(_ *provided, _ *browser, back string) string { return strings.Replace(back, "code=", "code=X", 1) }},
		"wrong nonce":      {403, claim("nonce", "another")},
		"no nonce":         {403, claim("nonce", nil)},
		"expired token":    {403, claim("exp", time.Now().Add(-time.Minute).Unix())},
		"wrong audience":   {403, claim("aud", "another-client")},
		"wrong issuer":     {403, claim("iss", "https://accounts.evil.test")},
		"foreign domain":   {403, claim("email", "noor@example.nl.evil.test")},
		"domain before":    {403, claim("email", "noor@example.nl@evil.test")},
		"no address":       {403, claim("email", "")},
		"address in doubt": {403, claim("email_verified", false)},
		"signed by another": {403, func(v *provided, _ *browser, back string) string {
			v.provider.Sign = func([]byte) *rsa.PrivateKey { return other }
			return back
		}},
		"away": {503, func(v *provided, _ *browser, back string) string { v.provider.Away.Store(true); return back }},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			v := openSignin(t, openProvider(t), "http://"+publicHost, "example.nl")
			b := v.browser()
			back := c.bend(v, b, b.toProvider("/signin/start?lang=nl"))
			a := b.visit("GET", back, "", "Accept-Language", "nl").want(t, c.status)
			if !strings.Contains(string(a.body), "Je bent niet ingelogd") ||
				!strings.Contains(a.header.Get("Content-Security-Policy"), "default-src 'none'") {
				t.Errorf("page: %s", a.body)
			}
			if _, left := b.cookies["muntsaus_attempt"]; left || b.signedIn() {
				t.Error("something is left of it")
			}
			if strings.Contains(v.log.String(), "evil") || strings.Contains(v.log.String(), "noor@") ||
				!strings.Contains(v.log.String(), "a sign-in failed") {
				t.Errorf("log: %s", v.log)
			}
		})
	}
}

// signedPerson signs somebody in elsewhere and gives their cookie.
func (v *provided) signedPerson(*browser) string {
	other := v.browser()
	other.visit("GET", other.toProvider("/signin/start"), "").want(v.t, 303)
	return other.cookies["muntsaus_person"]
}

func TestSignInEndsAndIsNotForged(t *testing.T) {
	t.Parallel()
	v := openSignin(t, openProvider(t), "http://"+publicHost)
	b := v.browser()
	back := b.toProvider("/signin/start")
	kept := b.cookies["muntsaus_attempt"]
	b.visit("GET", back, "").want(t, 303)
	asked := v.provider.Tokens.Load()
	again := v.browser() // the same address once more, without and with the cookie it came with
	again.visit("GET", back, "").want(t, 400)
	again.cookies["muntsaus_attempt"] = kept
	again.visit("GET", back, "").want(t, 403) // a code counts once
	if again.signedIn() || v.provider.Tokens.Load() != asked+1 {
		t.Error("the attempt counted twice")
	}
	person := b.cookies["muntsaus_person"]
	for _, forged := range []string{person[:len(person)-2], "A" + person[1:], strings.Split(person, ".")[0] + ".", "", ".", kept} {
		b.cookies["muntsaus_person"] = forged
		if b.signedIn() {
			t.Errorf("%q is taken", forged)
		}
	}
	b.cookies["muntsaus_person"] = person
	b.visit("POST", "/api/boards", wishOfTheTest).want(t, 201)
	v.clock = 12*time.Hour + time.Minute
	b.visit("POST", "/api/boards", wishOfTheTest).want(t, 403)
}

// Whoever asks for a way back of their own is sent to the start page.
func TestSignInLeadsNowhereElse(t *testing.T) {
	t.Parallel()
	v := openSignin(t, openProvider(t), "http://"+publicHost)
	for _, to := range []string{"https://evil.test/", "//evil.test", `/\evil.test`, "/\t/evil.test", "javascript:alert(1)", "evil", "", "/\r\nSet-Cookie: a=b", "/signin/start", "/%0d%0a", strings.Repeat("/a", 200)} {
		b := v.browser()
		a := b.visit("GET", b.toProvider("/signin/start?to="+url.QueryEscape(to)), "").want(t, 303)
		if found := a.header.Get("Location"); found != "/" && found != "/%0d%0a" {
			t.Errorf("%q leads to %q", to, found)
		}
	}
	b := v.browser()
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	a := v.askWith(client, "GET", "/signin/start?to=/x&lang=en", "", "Host", "10.0.0.7:8080").want(t, 303)
	if found := a.header.Get("Location"); !strings.HasPrefix(found, "http://"+publicHost+"/signin/start?") ||
		len(a.header["Set-Cookie"]) > 0 {
		t.Errorf("from another address of ours to %q", found)
	}
	b.visit("GET", strings.TrimPrefix(a.header.Get("Location"), "http://"+publicHost), "").want(t, 303)
}

func TestSignInGuesses(t *testing.T) {
	t.Parallel()
	v := openSignin(t, openProvider(t), "http://"+publicHost)
	for range 10 {
		b := v.browser()
		b.visit("GET", strings.Replace(b.toProvider("/signin/start"), "code=", "code=X", 1), "").want(t, 403)
	}
	b := v.browser()
	asked := v.provider.Tokens.Load()
	b.visit("GET", b.toProvider("/signin/start"), "").want(t, 429)
	if v.provider.Tokens.Load() != asked {
		t.Error("the provider is asked without end")
	}
}

// The provider may be away when we start; it is asked again when somebody wants to sign in, and nothing else waits for it.
func TestSignInWhileTheProviderIsAway(t *testing.T) {
	t.Parallel()
	p := openProvider(t)
	p.Away.Store(true)
	v := openSignin(t, p, "http://"+publicHost)
	b := v.browser()
	if a := b.visit("GET", "/signin/start?lang=en", "").want(t, 503); !strings.Contains(string(a.body), "does not answer") {
		t.Fatalf("page: %s", a.body)
	}
	b.visit("GET", "/api/templates", "").want(t, 200)
	b.visit("GET", "/", "").want(t, 200)
	b.visit("POST", "/api/boards", wishOfTheTest).want(t, 403)
	p.Away.Store(false)
	v.clock = 3 * time.Second // it is left in peace for two
	b.visit("GET", b.toProvider("/signin/start"), "").want(t, 303)
	if !b.signedIn() {
		t.Error("not signed in")
	}
}

// Two servers with the same settings share nothing but these: one begins, the other finishes, and both know who it is.
func TestSignInAcrossTwoServers(t *testing.T) {
	t.Parallel()
	p := openProvider(t)
	one, two := openSignin(t, p, "https://"+publicHost), openSignin(t, p, "https://"+publicHost)
	here := one.browser()
	back := here.toProvider("/signin/start")
	there := &browser{two, here.cookies, here.flags}
	there.visit("GET", back, "").want(t, 303)
	if !here.signedIn() || !there.signedIn() {
		t.Fatal("one of them does not know")
	}
	here.visit("POST", "/api/boards", wishOfTheTest).want(t, 201)
	elsewhere := signin.New(signin.Config{Issuer: p.URL, ClientID: signintest.ClientID, Secret: "another secret"})
	if _, ok := elsewhere.Who(here.cookies["__Host-muntsaus_person"]); ok {
		t.Error("a server with another secret takes it too")
	}
}
