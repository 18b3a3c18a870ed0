// Package signintest is a small OpenID Connect provider for tests: discovery, keys, authorisation and token over real HTTP, with
// tokens it really signs. Everything about an answer can be made wrong.
package signintest

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"math/big"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"sync/atomic"
	"time"
)

// What our server is called at the provider.
const (
	ClientID = "muntsaus-test"
	Secret   = "a secret of the test, 0123456789"
)

// Provider answers until Close. Set Claims before somebody signs in.
type Provider struct {
	*httptest.Server
	Away   atomic.Bool                       // answers 503 on everything
	Claims func(map[string]any)              // changes what the next tokens say
	Sign   func(data []byte) *rsa.PrivateKey // with which key; nil = the right one
	Tokens atomic.Int64                      // how often a token was asked for

	key *rsa.PrivateKey
	mu  sync.Mutex
	now map[string]url.Values // codes that were handed out, with what was asked
}

// Start opens the provider on this machine.
func Start() (*Provider, error) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return nil, err
	}
	p := &Provider{key: key, now: map[string]url.Values{}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /.well-known/openid-configuration", p.discovery)
	mux.HandleFunc("GET /keys", p.keys)
	mux.HandleFunc("GET /authorize", p.authorize)
	mux.HandleFunc("POST /token", p.token)
	p.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if p.Away.Load() {
			http.Error(w, "away", http.StatusServiceUnavailable)
			return
		}
		mux.ServeHTTP(w, r)
	}))
	return p, nil
}

func (p *Provider) discovery(w http.ResponseWriter, _ *http.Request) {
	answer(w, http.StatusOK, map[string]any{
		"issuer": p.URL, "authorization_endpoint": p.URL + "/authorize", "token_endpoint": p.URL + "/token",
		"jwks_uri": p.URL + "/keys", "response_types_supported": []string{"code"}, "subject_types_supported": []string{"public"},
		"id_token_signing_alg_values_supported": []string{"RS256"},
	})
}

func (p *Provider) keys(w http.ResponseWriter, _ *http.Request) {
	exponent := big.NewInt(int64(p.key.E)).Bytes()
	answer(w, http.StatusOK, map[string]any{"keys": []any{map[string]any{"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "one",
		"n": plain(p.key.N.Bytes()), "e": plain(exponent)}}})
}

// authorize lets everybody in at once and sends them back with a code.
func (p *Provider) authorize(w http.ResponseWriter, r *http.Request) {
	asked := r.URL.Query()
	back, err := url.Parse(asked.Get("redirect_uri"))
	ours := asked.Get("client_id") == ClientID && asked.Get("code_challenge_method") == "S256" && asked.Get("response_type") == "code"
	if err != nil || !ours {
		http.Error(w, "not like this", http.StatusBadRequest)
		return
	}
	code := rand.Text()
	p.mu.Lock()
	p.now[code] = asked
	p.mu.Unlock()
	back.RawQuery = url.Values{"code": {code}, "state": {asked.Get("state")}}.Encode()
	http.Redirect(w, r, back.String(), http.StatusFound)
}

// token gives a code's token once, to whoever knows the secret and the verifier.
func (p *Provider) token(w http.ResponseWriter, r *http.Request) {
	p.Tokens.Add(1)
	id, secret, basic := r.BasicAuth()
	if id, _ = url.QueryUnescape(id); !basic {
		id, secret = r.FormValue("client_id"), r.FormValue("client_secret")
	} else {
		secret, _ = url.QueryUnescape(secret)
	}
	if id != ClientID || secret != Secret {
		answer(w, http.StatusUnauthorized, map[string]any{"error": "invalid_client"})
		return
	}
	p.mu.Lock()
	asked, ok := p.now[r.FormValue("code")]
	delete(p.now, r.FormValue("code"))
	p.mu.Unlock()
	sum := sha256.Sum256([]byte(r.FormValue("code_verifier")))
	if !ok || asked.Get("redirect_uri") != r.FormValue("redirect_uri") || asked.Get("code_challenge") != plain(sum[:]) {
		answer(w, http.StatusBadRequest, map[string]any{"error": "invalid_grant"})
		return
	}
	claims := map[string]any{
		"iss": p.URL, "aud": ClientID, "sub": "person-1", "iat": time.Now().Unix(), "exp": time.Now().Add(time.Hour).Unix(),
		"nonce": asked.Get("nonce"), "name": "Noor Begeleider", "email": "Noor@Example.nl", "email_verified": true,
	}
	if p.Claims != nil {
		p.Claims(claims)
	}
	token := p.signed(claims)
	answer(w, http.StatusOK, map[string]any{"access_token": "opaque", "token_type": "Bearer", "expires_in": 3600, "id_token": token})
}

func (p *Provider) signed(claims map[string]any) string {
	head, _ := json.Marshal(map[string]string{"alg": "RS256", "typ": "JWT", "kid": "one"})
	body, _ := json.Marshal(claims)
	text := plain(head) + "." + plain(body)
	key := p.key
	if p.Sign != nil {
		key = p.Sign(body)
	}
	sum := sha256.Sum256([]byte(text))
	mark, err := rsa.SignPKCS1v15(rand.Reader, key, crypto.SHA256, sum[:])
	if err != nil {
		panic(err)
	}
	return text + "." + plain(mark)
}

func plain(data []byte) string { return base64.RawURLEncoding.EncodeToString(data) }

func answer(w http.ResponseWriter, status int, what any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(what)
}
