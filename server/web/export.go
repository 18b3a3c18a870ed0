package web

import (
	"bytes"

	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
	"muntsaus/boards/report"
	"muntsaus/server/live"
)

// export is one way to take a board along. Its address, its line in the list and the name of its file follow from the table below.
type export struct {
	path   string // behind the address of the board
	use    string // what it is for; pages have a sentence for each
	format string // what the name of the file ends on
	part   [2]string
	kind   string // as browsers call it
	what   taking
	inline bool // opens in the browser, under a policy of its own
	make   func(t takeaway) ([]byte, error)
}

const csvType = "text/csv; charset=utf-8"
const calendarType = "text/calendar; charset=utf-8"
const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// exports are in the order in which people want them.
var exports = []export{
	{path: "report.pdf", use: "summary", format: "pdf", kind: "application/pdf", what: summed, make: takeaway.pdf},
	{path: "report", use: "page", format: "html", kind: fiber.MIMETextHTMLCharsetUTF8, what: summed, inline: true,
		make: func(t takeaway) ([]byte, error) { return t.get("html", t.made(t.summary)) }},
	{path: "workbook.xlsx", use: "workbook", format: "xlsx", kind: workbookType, what: along, make: built("xlsx", workbook)},
	{path: "fixes.csv", use: "fixes", format: "csv", part: [2]string{"oplossingen", "fixes"}, kind: csvType, what: along,
		make: built("fixes.csv", report.FixesCSV)},
	{path: "pains.csv", use: "pains", format: "csv", part: [2]string{"pijnpunten", "pains"}, kind: csvType, what: along,
		make: built("pains.csv", report.PainsCSV)},
	{path: "fixes.ics", use: "dates", format: "ics", kind: calendarType, what: along, make: built("fixes.ics", calendar)},
	{path: "own.ics", use: "own", format: "ics", part: [2]string{"mijn-data", "my-dates"}, kind: calendarType, make: takeaway.ownCalendar},
	{path: "journey.md", use: "text", format: "md", part: [2]string{"tekst", "text"}, kind: "text/markdown; charset=utf-8", what: along,
		make: built("md", func(b *boards.Board, language string) ([]byte, error) { return report.Markdown(b, language), nil })},
	{path: "journey.svg", use: "drawing", format: "svg", kind: "image/svg+xml", what: along, make: built("svg", report.SVG)},
	{path: "journey.png", use: "picture", format: "png", kind: "image/png", what: along, make: takeaway.picture},
	{path: "tasks-jira.csv", use: "jira", format: "csv", part: [2]string{"jira", "jira"}, kind: csvType, what: along,
		make: built("jira.csv", report.TasksJira)},
	{path: "tasks-trello.csv", use: "trello", format: "csv", part: [2]string{"trello", "trello"}, kind: csvType, what: along,
		make: built("trello.csv", report.TasksTrello)},
	{path: "tasks-planner.csv", use: "planner", format: "csv", part: [2]string{"planner", "planner"}, kind: csvType, what: along,
		make: built("planner.csv", report.TasksPlanner)},
	{path: "template.json", use: "template", format: "json", part: [2]string{"sjabloon", "template"},
		kind: fiber.MIMEApplicationJSONCharsetUTF8, what: along,
		make: built("template.json", func(b *boards.Board, _ string) ([]byte, error) { return boards.Template(b), nil })},
	{path: "board.json", use: "board", format: "json", kind: fiber.MIMEApplicationJSONCharsetUTF8,
		make: takeaway.wholeBoard},
}

// wholeBoard is the file that can be opened again. What may not leave the room yet is in it for who leads alone.
func (t takeaway) wholeBoard() ([]byte, error) {
	make, name := boards.ExportOutside, "outside.json"
	if t.leads {
		make, name = boards.Export, "json"
	}
	return t.get(name, t.made(func(b *boards.Board, _ string) ([]byte, error) { return make(b), nil }))
}

// built makes a document of the board alone, kept under a name.
func built(name string, build func(b *boards.Board, language string) ([]byte, error)) func(t takeaway) ([]byte, error) {
	return func(t takeaway) ([]byte, error) { return t.get(name, t.made(build)) }
}

func workbook(b *boards.Board, language string) ([]byte, error) {
	var out bytes.Buffer
	err := report.Workbook(&out, b, language)
	return out.Bytes(), err
}

// calendar has the fixes that have a date and the days of looking back.
func calendar(b *boards.Board, language string) ([]byte, error) {
	return report.Calendar(b, language), nil
}

// ownCalendar has the same of the fixes that who asks owns.
func (t takeaway) ownCalendar() ([]byte, error) {
	if t.person == "" {
		return nil, bad("not_allowed")
	}
	return t.get("own.ics "+t.person, t.made(func(b *boards.Board, language string) ([]byte, error) {
		return report.CalendarOf(b, t.person, language), nil
	}))
}

// serve answers with the file.
func (e export) serve(s *Server) fiber.Handler {
	return func(c *fiber.Ctx) error {
		t, err := s.takeaway(c, e.what)
		if err != nil {
			return err
		}
		data, err := e.make(t)
		if err != nil {
			return err
		}
		c.Set(fiber.HeaderContentType, e.kind)
		if e.inline {
			c.Set(fiber.HeaderContentDisposition, disposition("inline", e.name(t.shop)))
			rules := report.Policy
			if c.Query("frame") != "" {
				rules = report.FramePolicy
			}
			c.Set("Content-Security-Policy", rules(data))
			return c.Send(data)
		}
		return attach(c, e.name(t.shop), data)
	}
}

func (e export) name(shop boards.Workshop) string {
	part := e.part[1]
	if shop.Language == "nl" {
		part = e.part[0]
	}
	return fileName(shop, part, e.format)
}

// drawn says whether a browser must draw the file.
func (e export) drawn() bool { return e.use == "summary" || e.use == "picture" }

// attach sends a file to save. Its own policy keeps a browser from running anything in it.
func attach(c *fiber.Ctx, name string, data []byte) error {
	c.Set(fiber.HeaderContentDisposition, disposition("attachment", name))
	c.Set("Content-Security-Policy", filePolicy)
	return c.Send(data)
}

// listed is a line of the list of files.
type listed struct {
	Format string `json:"format"`
	Use    string `json:"use"`
	Name   string `json:"name"`
	Href   string `json:"href"`
}

// files lists what who asks may take along now; every address answers with a file of that name.
func (s *Server) files(c *fiber.Ctx) error {
	t, err := s.takeaway(c, onPage)
	if err != nil {
		return err
	}
	owns, err := live.Look(c.Context(), s.Rooms, t.board, func(b *boards.Board) bool { return boards.Owns(b, t.person) })
	if err != nil {
		return err
	}
	list := []listed{}
	for _, e := range exports {
		if e.what != onPage && t.no != nil || e.use == "own" && !owns || e.drawn() && s.Printer == nil {
			continue
		}
		href := "/api/boards/" + t.board + "/" + e.path + "?lang=" + t.language
		list = append(list, listed{e.format, e.use, e.name(t.shop), href})
	}
	return c.JSON(list)
}
