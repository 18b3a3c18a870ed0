package web

import (
	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
)

// form reads a JSON object name by name and in the end refuses what nobody asked for.
type form struct {
	left map[string]any
	no   error
}

// ask reads the body of a request, strictly.
func ask(c *fiber.Ctx) (*form, error) {
	object, no := boards.ParseFrame(c.Body())
	if no != nil {
		return nil, no
	}
	return &form{left: object}, nil
}

func (f *form) take(name string) (any, bool) {
	v, there := f.left[name]
	delete(f.left, name)
	return v, there
}

func (f *form) has(name string) bool { return f.left[name] != nil }

func (f *form) fail(name string) {
	if f.no == nil {
		f.no = &boards.Refusal{Code: "bad_request", Field: name}
	}
}

// text reads a text; absent or null is "".
func (f *form) text(name string) string {
	v, _ := f.take(name)
	s, ok := v.(string)
	if !ok && v != nil {
		f.fail(name)
	}
	return s
}

// need reads a text that must be there.
func (f *form) need(name string) string {
	s := f.text(name)
	if s == "" {
		f.fail(name)
	}
	return s
}

func (f *form) flag(name string) bool {
	v, _ := f.take(name)
	on, ok := v.(bool)
	if !ok && v != nil {
		f.fail(name)
	}
	return on
}

func (f *form) number(name string) uint64 {
	v, _ := f.take(name)
	n, ok := v.(int)
	if !ok || n < 0 {
		f.fail(name)
		return 0
	}
	return uint64(n)
}

func (f *form) texts(name string) []string {
	v, _ := f.take(name)
	list, ok := v.([]string)
	if !ok && v != nil {
		f.fail(name)
	}
	return list
}

// object reads an object inside this one; nil when absent. Its own done must be asked too.
func (f *form) object(name string) *form {
	v, _ := f.take(name)
	if v == nil {
		return nil
	}
	object, ok := v.(map[string]any)
	if !ok {
		f.fail(name)
	}
	return &form{left: object}
}

func (f *form) done() error {
	for name := range f.left {
		f.fail(name)
	}
	return f.no
}
