package web

import (
	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
)

// foreseen is what would become of a file: nothing is made of it yet.
type foreseen struct {
	Title       string           `json:"title"`
	Phases      []foreseenPhase  `json:"phases"`
	Departments []string         `json:"departments"`
	Items       map[string]int   `json:"items"` // of the kinds that are told one by one, how many
	LeftOut     []boards.LeftOut `json:"leftOut"`

	Kinds map[string]string `json:"kinds"` // what those of items and leftOut are called, in the language of the page
}

type foreseenPhase struct {
	Title string   `json:"title"`
	Steps []string `json:"steps"`
}

// previewImport says what would become of a file, by the very way in which it comes in.
func (s *Server) previewImport(c *fiber.Ctx, body []byte, outside []boards.LeftOut) error {
	now := s.Rooms.Moment()
	f, err := opened(body, now.ID(), now.ID(), now)
	if err != nil {
		return err
	}
	board, err := f.Board()
	if err != nil {
		return err
	}
	seen := foreseenOf(board, append(f.LeftOut(), outside...))
	seen.call(languageOf(c))
	return c.JSON(seen)
}

// call says what the kinds are called: at the door a page does not know them yet.
func (f *foreseen) call(language string) {
	f.Kinds = map[string]string{}
	for kind := range f.Items {
		f.Kinds[kind] = boards.KindLabel(language, kind)
	}
	for _, left := range f.LeftOut {
		f.Kinds[left.Kind] = boards.KindLabel(language, left.Kind)
	}
}

func foreseenOf(b *boards.Board, left []boards.LeftOut) foreseen {
	out := foreseen{Title: b.Workshop().Title, Phases: []foreseenPhase{}, Departments: []string{}, Items: map[string]int{}, LeftOut: left}
	for _, phase := range b.All("phase") {
		p := foreseenPhase{Title: phase.Str("title"), Steps: []string{}}
		for _, step := range b.Hanging(phase.ID, "step") {
			p.Steps = append(p.Steps, step.Str("title"))
		}
		out.Phases = append(out.Phases, p)
	}
	for _, d := range b.All("department") {
		out.Departments = append(out.Departments, d.Str("name"))
	}
	for _, k := range boards.Kinds() {
		if n := b.Count(k.Name); k.Item && n > 0 {
			out.Items[k.Name] = n
		}
	}
	return out
}
