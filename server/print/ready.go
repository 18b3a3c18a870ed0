package print

import (
	"context"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// fontsLoaded asks for every face inside the document; without it the first print could come before the fonts are unpacked. One
// that fails falls back. It is our own question through the protocol: the page itself runs no script.
const fontsLoaded = `Promise.allSettled([...document.fonts].map(f => f.load())).then(() => document.fonts.ready).then(() => true)`

func ready(ctx context.Context, t *chromedp.Target) error {
	yes := true
	_, err := cdp.Call(ctx, t, runtime.Evaluate, runtime.EvaluateParams{Expression: fontsLoaded, AwaitPromise: &yes, ReturnByValue: &yes})
	return err
}
