package print

import (
	"context"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// tab is an empty page of a browser, for one document. It is shut off from everything before it is given any.
type tab struct {
	ctx    context.Context // ends with close
	close  context.CancelFunc
	opened chan struct{} // closed when it is there, or err says why not
	err    error
}

// openTab begins to open a tab and does not wait for it.
func (b *browser) openTab() *tab {
	ctx, end := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext())
	t := &tab{ctx: ctx, close: end, opened: make(chan struct{})}
	go func() {
		defer close(t.opened)
		_, t.err = chromedp.Run(ctx, func(ctx context.Context, at *chromedp.Target) (bool, error) { return true, shut(ctx, at) })
	}()
	return t
}

// run does something in the tab once it is there; ctx comes from that of the tab.
func (t *tab) run(ctx context.Context, action chromedp.Action[[]byte]) ([]byte, error) {
	select {
	case <-t.opened:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if t.err != nil {
		return nil, t.err
	}
	return chromedp.Run(ctx, action)
}

// shut switches script off and fails every request a tab might make.
func shut(ctx context.Context, t *chromedp.Target) error {
	if err := chromedp.Listen(ctx, func(ev any) {
		if paused, ok := ev.(*fetch.EventRequestPaused); ok {
			go func() {
				_, _ = cdp.Call(ctx, t, fetch.FailRequest, fetch.FailRequestParams{RequestID: paused.RequestID,
					ErrorReason: network.ErrorReasonBlockedByClient})
			}()
		}
	}); err != nil {
		return err
	}
	if _, err := cdp.Call(ctx, t, fetch.Enable, fetch.EnableParams{}); err != nil {
		return err
	}
	_, err := cdp.Call(ctx, t, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	return err
}
