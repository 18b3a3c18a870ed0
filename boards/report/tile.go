package report

import (
	"fmt"
	"html/template"
	"math"
	"strings"
)

// tile is a department as it is drawn everywhere: pattern band on top, code in ink on white, edge in its colour. It is told
// by code first, pattern second, colour last, so it survives a grey print.
type tile struct {
	Code, Name string
	Slot       int // 0–11: pattern and colour
	Narrow     bool
}

func tileOf(d department) tile {
	slot := ((d.Pattern % 12) + 12) % 12
	code := d.Code
	if code == "" {
		code = strings.ToUpper(clip(d.Name, 3))
	}
	return tile{Code: code, Name: d.Name, Slot: slot, Narrow: columns(code) > 3}
}

// patterns draws each band as strokes inside x 1…33, y 1…8: real geometry, because pattern fills become pictures in some PDFs.
var patterns = [12]string{
	"M1 4.5H33",                        // solid (a stroke as thick as the band)
	slanted(3.2, 1),                    // diagonal
	dots(2.6),                          // dots
	slanted(3.6, 1) + slanted(3.6, -1), // cross
	upright(2.4),                       // vertical
	level(2.2),                         // horizontal
	upright(2.8) + level(2.6),          // grid
	waves(1.4),                         // wave
	slanted(1.9, -1),                   // dense diagonal
	dots(4.2),                          // sparse dots
	zigzag(3.2),                        // zigzag
	bricks(),                           // brick
}

const left, right, top, bottom = 1.0, 33.0, 1.0, 8.0

// slanted draws 45° lines, cut off at the band.
func slanted(pitch float64, way float64) string {
	var b strings.Builder
	high := bottom - top
	for x := left - high; x < right; x += pitch {
		x1, x2 := math.Max(x, left), math.Min(x+high, right)
		if x2-x1 < 0.3 {
			continue
		}
		y1, y2 := bottom-(x1-x), bottom-(x2-x)
		if way < 0 {
			y1, y2 = top+(x1-x), top+(x2-x)
		}
		fmt.Fprintf(&b, "M%.1f %.1fL%.1f %.1f", x1, y1, x2, y2)
	}
	return b.String()
}

func upright(pitch float64) string {
	var b strings.Builder
	for x := left + pitch/2; x < right; x += pitch {
		fmt.Fprintf(&b, "M%.1f %.0fV%.0f", x, top, bottom)
	}
	return b.String()
}

func level(pitch float64) string {
	var b strings.Builder
	for y := top + pitch/2; y < bottom; y += pitch {
		fmt.Fprintf(&b, "M%.0f %.1fH%.0f", left, y, right)
	}
	return b.String()
}

// dots are strokes of no length with round ends.
func dots(pitch float64) string {
	var b strings.Builder
	for row, y := 0, top+pitch/2; y < bottom; row, y = row+1, y+pitch {
		for x := left + pitch/2 + float64(row%2)*pitch/2; x < right-0.5; x += pitch {
			fmt.Fprintf(&b, "M%.1f %.1fh0", x, y)
		}
	}
	return b.String()
}

func waves(high float64) string {
	var b strings.Builder
	for _, y := range []float64{2.8, 6.2} {
		fmt.Fprintf(&b, "M%.0f %.1f", left, y)
		for x := left; x < right; x += 4 {
			fmt.Fprintf(&b, "q1 %.1f 2 0t2 0", -2*high)
		}
	}
	return b.String()
}

func zigzag(pitch float64) string {
	var b strings.Builder
	for _, y := range []float64{5, 8} {
		fmt.Fprintf(&b, "M%.0f %.1f", left, y)
		for i, x := 0, left+pitch; x <= right; i, x = i+1, x+pitch {
			fmt.Fprintf(&b, "L%.1f %.1f", x, y-float64((i+1)%2)*3.4)
		}
	}
	return b.String()
}

func bricks() string {
	var b strings.Builder
	b.WriteString("M1 1.2H33M1 4.5H33M1 7.8H33")
	for x := 4.0; x < right; x += 6 {
		fmt.Fprintf(&b, "M%.0f 1V4.5M%.0f 4.5V8", x, math.Min(x+3, right))
	}
	return b.String()
}

// Band gives the strokes of the pattern.
func (t tile) Band() string { return patterns[t.Slot] }

// colours of the departments (docs of the look: Okabe–Ito first, never alone).
var colours = [12]string{"#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#7A5195", "#8C564B", "#4B4B9F", "#5F6B2E",
	"#BC5090", "#5B6770"}

// strokes is how thick each pattern is drawn.
var strokes = [12]float64{7, 1.1, 1.3, 0.8, 1, 0.9, 0.8, 1, 0.9, 1.5, 1, 0.7}

// tileStyle gives the classes d0…d11.
func tileStyle() string {
	var b strings.Builder
	for i, c := range colours {
		fmt.Fprintf(&b, ".d%d{--c:%s;--t:%s;--w:%.1f}\n", i, c, tint(c, 0.2), strokes[i])
	}
	return b.String()
}

// tint mixes a colour with white.
func tint(hex string, share float64) string {
	var r, g, b int
	_, _ = fmt.Sscanf(hex, "#%02X%02X%02X", &r, &g, &b)
	mix := func(n int) int { return int(float64(n)*share + 255*(1-share)) }
	return fmt.Sprintf("#%02X%02X%02X", mix(r), mix(g), mix(b))
}

// styleOf gives the one style of the document: the fonts, the look, and the measures of this report.
func styleOf(v view) template.CSS {
	css, err := files.ReadFile("report.css")
	if err != nil {
		panic(err) // embedded
	}
	return template.CSS(fontFaces + string(css) + tileStyle() + v.plan.style() + footStyle(v))
}
