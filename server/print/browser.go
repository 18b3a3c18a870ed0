package print

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// browser is one running Chromium.
type browser struct {
	ctx     context.Context
	limit   time.Duration // of one print
	stop    []context.CancelFunc
	scratch *scratch // a browser that is ended leaves temporary files: they are here, and go with it
	next    *tab     // opened while nobody waits, for the next document; nil: not yet
	held    bool     // it leaves the first core to others
}

func isRoot() bool { return os.Geteuid() == 0 }

// open starts a browser that can reach nothing: every name and address resolves to nowhere, and each tab fails every request.
func (p *Printer) open(ctx context.Context, path string, sandbox bool) (*browser, error) {
	scratch, err := newScratch()
	if err != nil {
		return nil, err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.DisableGPU,
		chromedp.ModifyCmdFunc(p.place),
		chromedp.Env("TMPDIR="+scratch.path), chromedp.UserDataDir(filepath.Join(scratch.path, "profile")),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND"),
		chromedp.Flag("proxy-server", "127.0.0.1:9"), // discard; the loopback is not spared either
		chromedp.Flag("proxy-bypass-list", "<-loopback>"),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("font-render-hinting", "none"))
	if !sandbox {
		options = append(options, chromedp.NoSandbox)
	}
	all, stopAll := chromedp.NewExecAllocator(context.Background(), options...)
	tab, stopTab := chromedp.NewContext(all, chromedp.WithLogf(silent), chromedp.WithErrorf(silent))
	b := &browser{ctx: tab, stop: []context.CancelFunc{stopTab, stopAll}, scratch: scratch}
	started := make(chan error, 1)
	go func() { started <- chromedp.Do(tab) }()
	limit := time.NewTimer(startTime)
	defer limit.Stop()
	select {
	case err := <-started:
		if err != nil {
			b.close()
			return nil, err
		}
		return b, nil
	case <-ctx.Done():
		b.close()
		return nil, ctx.Err()
	case <-limit.C:
		b.close()
		return nil, ErrTime
	}
}

func silent(string, ...any) {}

func (b *browser) close() {
	for _, stop := range b.stop {
		stop()
	}
	b.scratch.remove()
}

// pdf prints one document.
func (b *browser) pdf(ctx context.Context, html []byte) ([]byte, error) {
	pdf, err := b.draw(ctx, printed(string(html)))
	if err != nil {
		return nil, err
	}
	return finish(pdf, html), nil
}

// png takes a picture of one document.
func (b *browser) png(ctx context.Context, html []byte) ([]byte, error) {
	return b.draw(ctx, pictured(string(html)))
}

// draw does something with a document in a tab of its own, in a browser context of its own: nothing stays behind for the next. The tab
// after it is opened when this is done, which saves the next print a fifth of its time.
func (b *browser) draw(ctx context.Context, action chromedp.Action[[]byte]) ([]byte, error) {
	if b.next == nil {
		b.next = b.openTab()
	}
	t := b.next
	b.next = nil
	defer t.close()
	limited, cancel := context.WithTimeout(t.ctx, b.limit)
	defer cancel()
	defer context.AfterFunc(ctx, cancel)()
	defer b.watch(cancel)()
	made, err := t.run(limited, action)
	switch {
	case err == nil:
		b.next = b.openTab()
		return made, nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case limited.Err() != nil:
		return nil, ErrTime
	}
	return nil, err
}

// watch ends a print that computes for too long; the function it gives ends the watching.
func (b *browser) watch(end func()) (stop func()) {
	before, known := worked(b.scratch.path)
	if !known {
		return func() {}
	}
	over := make(chan struct{})
	go func() {
		look := time.NewTicker(lookTime)
		defer look.Stop()
		for {
			select {
			case <-over:
				return
			case <-look.C:
				if now, _ := worked(b.scratch.path); now-before > workLimit {
					end()
					return
				}
			}
		}
	}()
	return func() { close(over) }
}

// printed puts the document in the tab and prints.
func printed(html string) chromedp.Action[[]byte] {
	return func(ctx context.Context, t *chromedp.Target) ([]byte, error) {
		if err := filled(ctx, t, html); err != nil {
			return nil, err
		}
		return chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize(), chromedp.PDFPrintBackground(), chromedp.PDFOutlineAndTagged(),
			chromedp.PDFStream())(ctx, t)
	}
}

// widest is how wide or high a picture may be, in pixels: what is bigger is drawn smaller.
const widest = 16_000

// pictured takes a picture of the whole document, twice as fine as a screen where it is small enough.
func pictured(html string) chromedp.Action[[]byte] {
	return func(ctx context.Context, t *chromedp.Target) ([]byte, error) {
		if err := filled(ctx, t, html); err != nil {
			return nil, err
		}
		size, err := cdp.Call(ctx, t, page.GetLayoutMetrics, cdp.Empty{})
		if err != nil {
			return nil, err
		}
		wide, high := size.CSSContentSize.Width, size.CSSContentSize.Height
		beyond := true
		clip := &page.Viewport{Width: wide, Height: high, Scale: min(2, widest/max(wide, high, 1))}
		shot, err := cdp.Call(ctx, t, page.CaptureScreenshot, page.CaptureScreenshotParams{Clip: clip, CaptureBeyondViewport: &beyond})
		return shot.Data, err
	}
}

// filled puts the document in the tab, which was shut off when it was opened.
func filled(ctx context.Context, t *chromedp.Target, html string) error {
	tree, err := cdp.Call(ctx, t, page.GetFrameTree, cdp.Empty{})
	if err != nil {
		return err
	}
	set := page.SetDocumentContentParams{FrameID: tree.FrameTree.Frame.ID, HTML: html}
	if _, err := cdp.Call(ctx, t, page.SetDocumentContent, set); err != nil {
		return err
	}
	return ready(ctx, t)
}
