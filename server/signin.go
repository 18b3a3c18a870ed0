package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/url"
	"os"
	"strings"

	"muntsaus/server/signin"
)

// validateSignin refuses half of the settings for signing in, and what would send a secret over the network in the open.
func (s *serve) validateSignin() error {
	some := s.OIDCClientID != "" || s.OIDCSecret != "" || s.OIDCSecretFile != "" || len(s.OIDCDomains) > 0
	switch {
	case s.OIDCIssuer == "" && some:
		return &settingError{"--oidc-issuer is missing: the other --oidc settings belong to it"}
	case s.OIDCIssuer == "":
		return nil
	case !safeIssuer(s.OIDCIssuer):
		return &settingError{"--oidc-issuer must look like https://accounts.example.nl, not " + s.OIDCIssuer}
	case s.OIDCClientID == "" || (s.OIDCSecret == "") == (s.OIDCSecretFile == ""):
		return &settingError{"signing in needs --oidc-client-id, and its secret either in " +
			"MUNTSAUS_OIDC_CLIENT_SECRET or in a file (--oidc-client-secret-file)"}
	case len(s.PublicURL) == 0:
		return &settingError{"signing in needs --public-url: the provider sends people back to it, to " + "…/signin/callback"}
	case s.CreatePasscode != "":
		return &settingError{"choose who may begin workshops: --create-passcode or --oidc-issuer, not both"}
	}
	return nil
}

// safeIssuer wants https, except on this machine.
func safeIssuer(address string) bool {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return false
	}
	ip := net.ParseIP(u.Hostname())
	return u.Scheme == "https" || u.Scheme == "http" && (u.Hostname() == "localhost" || ip != nil && ip.IsLoopback())
}

// signinService makes the sign-in of the settings, nil when nobody need sign in. Whether the provider answers is asked beside: everything
// else works without it.
func (s *serve) signinService(ctx context.Context, logger *slog.Logger) (*signin.Service, error) {
	if s.OIDCIssuer == "" {
		return nil, nil
	}
	secret := s.OIDCSecret
	if s.OIDCSecretFile != "" {
		data, err := os.ReadFile(s.OIDCSecretFile)
		if err != nil {
			return nil, fmt.Errorf("the secret for signing in cannot be read: %w", err)
		}
		secret = strings.TrimSpace(string(data))
	}
	if secret == "" {
		return nil, &settingError{"the secret for signing in is empty"}
	}
	service := signin.New(signin.Config{Issuer: s.OIDCIssuer, ClientID: s.OIDCClientID, Secret: secret, Domains: s.OIDCDomains})
	go func() {
		if service.Reach(ctx) != nil && ctx.Err() == nil {
			logger.Warn("the provider for signing in does not answer: nobody can sign in to begin a workshop until it does; " +
				"everything else works")
		}
	}()
	return service, nil
}
