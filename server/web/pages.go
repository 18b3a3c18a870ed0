package web

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"mime"
	"path"
	"strings"
	"sync"

	"github.com/gofiber/fiber/v2"
)

// pages are the built files of the frontend, in memory.
type pages struct {
	files map[string]*asset
}

type asset struct {
	data   []byte
	kind   string
	packed func() []byte // gzip, made when somebody first wants it; nil when it does not pay
}

func readPages(from fs.FS) *pages {
	p := &pages{files: map[string]*asset{}}
	if from == nil {
		return p
	}
	_ = fs.WalkDir(from, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return nil // what cannot be read is not served
		}
		if data, err := fs.ReadFile(from, name); err == nil {
			p.files[name] = newAsset(name, data)
		}
		return nil
	})
	return p
}

// of gives the page for an address: one of its own names what is shown there first, and every page can show everything.
func (p *pages) of(name string) *asset {
	if page := p.files[fileOf(name)]; page != nil {
		return page
	}
	return p.files["index.html"]
}

// fileOf names the page that shows first what is at an address (see frontend/firstshown.ts).
func fileOf(name string) string {
	if rest, is := strings.CutPrefix(name, "b/"); is {
		_, use, _ := strings.Cut(rest, "/")
		return "board-" + orElse(use, "me") + ".html"
	}
	if name == "k" {
		return "key.html"
	}
	if len(name) == joinCodeLength && !strings.ContainsAny(name, "/.") {
		return "join.html"
	}
	return "index.html"
}

var kinds = map[string]string{
	".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".html": "text/html; charset=utf-8",
	".txt": "text/plain; charset=utf-8", ".json": "application/json", ".webmanifest": "application/manifest+json",
	".svg": "image/svg+xml", ".png": "image/png", ".ico": "image/x-icon", ".woff2": "font/woff2",
}

func newAsset(name string, data []byte) *asset {
	a := &asset{data: data, kind: kinds[path.Ext(name)]}
	if a.kind == "" {
		a.kind = mime.TypeByExtension(path.Ext(name))
	}
	if a.kind == "" {
		a.kind = "application/octet-stream"
	}
	if len(data) > 1024 && (strings.HasPrefix(a.kind, "text/") || strings.HasSuffix(a.kind, "json") || strings.HasSuffix(a.kind, "xml")) {
		a.packed = sync.OnceValue(func() []byte { return pack(data) })
	}
	return a
}

func pack(data []byte) []byte {
	var buf bytes.Buffer
	w, _ := gzip.NewWriterLevel(&buf, gzip.BestCompression)
	_, _ = w.Write(data) // a buffer takes everything
	_ = w.Close()
	return buf.Bytes()
}

// page serves a file of the frontend. Any other address without a dot is a page of the program, which finds its own way.
func (s *Server) page(c *fiber.Ctx) error {
	name := strings.TrimPrefix(path.Clean("/"+c.Params("*")), "/")
	found := s.pages.files[name]
	if found == nil || name == "index.html" {
		if strings.Contains(name[strings.LastIndex(name, "/")+1:], ".") && name != "index.html" {
			return fiber.ErrNotFound
		}
		if found = s.pages.of(name); found == nil {
			return c.Status(fiber.StatusServiceUnavailable).SendString("The pages are not built yet: run `make build`.\n")
		}
		return send(c, found)
	}
	if strings.HasPrefix(name, "assets/") {
		c.Set(fiber.HeaderCacheControl, "public, max-age=31536000, immutable") // their names carry a hash
	} else {
		c.Set(fiber.HeaderCacheControl, "public, max-age=3600")
	}
	return send(c, found)
}

func send(c *fiber.Ctx, a *asset) error {
	c.Set(fiber.HeaderContentType, a.kind)
	if a.packed != nil {
		c.Set(fiber.HeaderVary, fiber.HeaderAcceptEncoding)
		if strings.Contains(c.Get(fiber.HeaderAcceptEncoding), "gzip") {
			c.Set(fiber.HeaderContentEncoding, "gzip")
			return c.Send(a.packed())
		}
	}
	return c.Send(a.data)
}
