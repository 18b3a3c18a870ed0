// Package signin lets the accounts of an organisation say who may begin workshops: OpenID Connect, code flow with PKCE, state and
// nonce. It keeps nothing. What belongs to one attempt, and afterwards who somebody is, stands in cookies that are signed with a key
// every server derives from the client secret; so any server can finish what another began. It knows no HTTP of ours: package web
// carries the cookies and shows the sentences.
package signin

import "errors"

// Why somebody is not signed in. Nothing of what the provider said is in them.
var (
	ErrAway    = errors.New("signin: the provider does not answer")
	ErrAttempt = errors.New("signin: no such attempt, or it took too long")
	ErrToken   = errors.New("signin: the provider's answer does not hold")
	ErrClient  = errors.New("signin: the provider does not take our id or secret")
	ErrForeign = errors.New("signin: an account from elsewhere")
)
