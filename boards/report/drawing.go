package report

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"muntsaus/boards"
)

// Measures of the drawn map, in pixels.
const (
	drawColumn = 220
	drawMargin = 32
	drawLane   = 130 // at the left, for the names of the lanes
	drawLine   = 18
	drawChars  = 27 // in a line of a card
	drawCurve  = 120
)

// drawing is the map as a picture: phases, steps, the curve and the lanes, all of it on one sheet. It holds no script, no link and no font:
// whoever opens it draws it with a font of their own.
type drawing struct {
	view
	out  bytes.Buffer
	wide int
	y    int
}

// SVG draws the map.
func SVG(b *boards.Board, language string) ([]byte, error) {
	if b.Count("board") == 0 {
		return nil, ErrEmpty
	}
	d := &drawing{view: open(b, language)}
	d.wide = 2*drawMargin + drawLane + max(3, len(d.steps))*drawColumn
	d.y = drawMargin
	d.head()
	d.phaseRow()
	d.row("", func(s step) []string { return []string{fmt.Sprint(s.N, ". ", s.Title)} }, "step")
	d.row(d.T("sheet.customer"), func(s step) []string {
		return []string{s.CustomerAction, d.labelled("step", "channel", s.Channel)}
	}, "cell")
	d.curve()
	for _, lane := range boards.KindNamed("cell").Field("lane").Options {
		if d.lanes[lane] {
			d.row(d.Name("cell", "lane", lane), func(s step) []string { return d.inLanes(s.ID, lane) }, "cell")
		}
	}
	return d.finished(), nil
}

func (d *drawing) inLanes(step, lane string) (texts []string) {
	for _, cell := range d.cells[step] {
		if cell.Lane == lane {
			texts = append(texts, d.withDepartment(cell))
		}
	}
	return texts
}

const drawStyle = `text{font-family:"Source Sans 3","Segoe UI",Helvetica,Arial,sans-serif;fill:#1c2b2a}` +
	`.title{font-size:26px;font-weight:700}.phase{font-size:15px;font-weight:700}.lane{font-size:13px;font-weight:700}` +
	`.step{font-size:14px;font-weight:700}.cell{font-size:13px}.small{font-size:12px}.card{fill:#fff;stroke:#c9d2d1}.band{fill:#dff3ec}` +
	`.line{fill:none;stroke:#0f766e;stroke-width:3}.dot{fill:#0f766e}.zero{stroke:#c9d2d1;stroke-dasharray:4 4}`

// finished puts the frame around what was drawn.
func (d *drawing) finished() []byte {
	high := d.y + drawMargin
	var out bytes.Buffer
	fmt.Fprintf(&out, `<?xml version="1.0" encoding="UTF-8"?>`+"\n"+
		`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img" xml:lang="%s"><title>%s</title>`+
		`<style>%s</style><rect width="100%%" height="100%%" fill="#f7f9f8"/>`+"\n",
		d.wide, high, d.wide, high, d.Language, drawn(d.title()), drawStyle)
	out.Write(d.out.Bytes())
	out.WriteString("</svg>\n")
	return out.Bytes()
}

func (d *drawing) head() {
	d.text(drawMargin, d.y+22, "title", d.title())
	d.y += 56
}

func (d *drawing) text(x, y int, class, text string) {
	fmt.Fprintf(&d.out, `<text x="%d" y="%d" class="%s">%s</text>`+"\n", x, y, class, drawn(text))
}

func columnAt(n int) int { return drawMargin + drawLane + (n-1)*drawColumn }

// phaseRow draws a band over the steps of each phase.
func (d *drawing) phaseRow() {
	for from := 0; from < len(d.steps); {
		to := from
		for to < len(d.steps) && d.steps[to].PhaseID == d.steps[from].PhaseID {
			to++
		}
		x, wide := columnAt(from+1), (to-from)*drawColumn-12
		fmt.Fprintf(&d.out, `<rect x="%d" y="%d" width="%d" height="34" rx="6" class="band"/>`+"\n", x, d.y, wide)
		d.text(x+12, d.y+22, "phase", trimTo(d.phaseTitle(d.steps[from].PhaseID), (to-from)*drawChars))
		from = to
	}
	d.y += 46
}

// row draws one lane: a card per step that says something, as high as the longest.
func (d *drawing) row(name string, texts func(step) []string, class string) {
	rows, most := make([][]string, len(d.steps)), 0
	for i, s := range d.steps {
		for _, text := range texts(s) {
			rows[i] = append(rows[i], wrapped(text, drawChars)...)
		}
		most = max(most, len(rows[i]))
	}
	if most == 0 {
		return
	}
	for i, line := range wrapped(name, 16) {
		d.text(drawMargin, d.y+20+i*16, "lane", line)
	}
	high := most*drawLine + 16
	for i, lines := range rows {
		if len(lines) == 0 {
			continue
		}
		x := columnAt(i + 1)
		fmt.Fprintf(&d.out, `<rect x="%d" y="%d" width="%d" height="%d" rx="6" class="card"/>`+"\n", x, d.y, drawColumn-12, high)
		for n, line := range lines {
			d.text(x+10, d.y+20+n*drawLine, class, line)
		}
	}
	d.y += high + 12
}

// curve draws how the steps were lived through, from −2 to +2; nothing when nobody scored any. Where a step has no score the line stops.
func (d *drawing) curve() {
	means := d.means()
	if len(means) == 0 {
		return
	}
	middle := d.y + drawCurve/2
	d.text(drawMargin, middle+5, "lane", d.T("lane.curve"))
	fmt.Fprintf(&d.out, `<path d="M%d %dH%d" class="zero"/>`+"\n", columnAt(1), middle, d.wide-drawMargin)
	path, open := "", false
	for i, s := range d.steps {
		mean, ok := means[s.ID]
		if !ok {
			open = false
			continue
		}
		x, y := columnAt(i+1)+(drawColumn-12)/2, middle-int(mean*float64(drawCurve-30)/4)
		if open {
			path += fmt.Sprintf("L%d %d", x, y)
		} else {
			path += fmt.Sprintf("M%d %d", x, y)
		}
		open = true
		fmt.Fprintf(&d.out, `<circle cx="%d" cy="%d" r="5" class="dot"/>`+"\n", x, y)
		d.text(x+9, y-7, "small", d.signed(mean))
	}
	fmt.Fprintf(&d.out, `<path d="%s" class="line"/>`+"\n", path)
	d.y += drawCurve + 12
}

// wrapped breaks a text into lines; a word that is longer than a line is cut.
func wrapped(text string, most int) (lines []string) {
	line := ""
	for _, word := range strings.Fields(text) {
		for len([]rune(word)) > most {
			runes := []rune(word)
			if line != "" {
				lines, line = append(lines, line), ""
			}
			lines, word = append(lines, string(runes[:most])), string(runes[most:])
		}
		if line != "" && len([]rune(line))+1+len([]rune(word)) > most {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

func trimTo(text string, most int) string {
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return text
}

// drawn writes a text for XML.
func drawn(text string) string {
	var out bytes.Buffer
	if xml.EscapeText(&out, []byte(text)) != nil {
		return "" // a buffer takes everything
	}
	return strings.ReplaceAll(out.String(), "&#xA;", " ")
}
