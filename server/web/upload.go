package web

import (
	"bytes"
	"errors"
	"io"
	"mime"
	"mime/multipart"

	"github.com/gofiber/fiber/v2"
)

// upload is what a form brings: one file and, beside it, texts by name.
type upload struct {
	name  string
	file  []byte
	texts map[string][]byte
}

// mostPart is how long a text beside the file may be.
const mostPart = 256 << 10

// uploaded reads a multipart form, strictly: one part `file` and no others than the named ones, each once.
func uploaded(c *fiber.Ctx, names ...string) (upload, error) {
	kind, params, err := mime.ParseMediaType(c.Get(fiber.HeaderContentType))
	if err != nil || kind != fiber.MIMEMultipartForm {
		return upload{}, errNoFile
	}
	up := upload{texts: map[string][]byte{}}
	parts := multipart.NewReader(bytes.NewReader(c.Body()), params["boundary"])
	for {
		part, err := parts.NextRawPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return upload{}, errNoFile
		}
		if err := up.take(part, names); err != nil {
			return upload{}, err
		}
	}
	if up.file == nil {
		return upload{}, errNoFile
	}
	return up, nil
}

func (u *upload) take(part *multipart.Part, names []string) error {
	name := part.FormName()
	if name == "file" && u.file == nil {
		data, err := io.ReadAll(part)
		u.name, u.file = part.FileName(), append([]byte{}, data...)
		if err != nil {
			return errNoFile
		}
		return nil
	}
	for _, known := range names {
		if known != name || u.texts[name] != nil {
			continue
		}
		data, err := io.ReadAll(io.LimitReader(part, mostPart+1))
		if err != nil || len(data) > mostPart {
			return bad("bad_request")
		}
		u.texts[name] = append([]byte{}, data...)
		return nil
	}
	return bad("bad_request")
}

var errNoFile = &problem{400, "bad_request", [2]string{
	"Er zit geen bestand bij. Kies een bestand en probeer het weer.",
	"There is no file with this. Choose a file and try again."}}
