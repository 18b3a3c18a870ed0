package incoming

import (
	"regexp"
	"strconv"
	"strings"
)

// diagramIn finds a Mermaid journey: alone, or in the block of a Markdown text.
func diagramIn(text string) (string, bool) {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	if _, block, found := strings.Cut(text, "```mermaid\n"); found {
		text, _, _ = strings.Cut(block, "```")
	}
	for line := range strings.Lines(text) {
		switch line = strings.TrimSpace(line); {
		case line == "journey":
			return text, true
		case line == "", line == "---", strings.HasPrefix(line, "%%"), strings.Contains(line, ":"):
			// remarks, and what stands before a diagram
		default:
			return "", false
		}
	}
	return "", false
}

var task = regexp.MustCompile(`^(.*?)\s*:\s*([-−+]?\d+(?:[.,]\d+)?)?\s*(?::\s*(.*))?$`)

// mermaid reads the lines of a journey. Entities stand for signs that mean something, so they are read last.
func mermaid(text string) (Journey, error) {
	var j Journey
	phase, begun := "", false
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		word, rest, _ := strings.Cut(line, " ")
		switch {
		case line == "journey":
			begun = true
		case !begun, line == "", strings.HasPrefix(line, "%%"), strings.HasPrefix(line, "acc"):
		case word == "title":
			j.Title = decoded(rest)
		case word == "section":
			phase = decoded(rest)
			j.Phases = append(j.Phases, Phase{Title: phase})
		default:
			j.task(n+1, phase, line)
		}
	}
	if j.steps() == 0 {
		return j, ErrUnknown
	}
	return j, nil
}

// numbered is what our own text puts before the title of a step.
var numbered = regexp.MustCompile(`^\d{1,2}\. `)

func (j *Journey) task(n int, phase, line string) {
	parts := task.FindStringSubmatch(line)
	if parts == nil || parts[1] == "" || j.steps() >= mostSteps {
		j.leave(n, "unreadable")
		return
	}
	s := j.add(phase, Step{Title: numbered.ReplaceAllString(decoded(parts[1]), "")})
	if parts[2] != "" {
		s.Notes = append(s.Notes, "Score: "+parts[2])
	}
	for name := range strings.SplitSeq(parts[3], ",") {
		switch name = decoded(name); {
		case name == "" || isCustomer(name):
		case s.Department == "":
			s.Department = name
		default:
			s.Notes = append(s.Notes, name)
		}
	}
}

var entity = regexp.MustCompile(`#(\d{1,7}|[a-z]{2,8});`)

var named = map[string]string{"quot": `"`, "amp": "&", "lt": "<", "gt": ">", "colon": ":", "semi": ";", "num": "#", "comma": ","}

// decoded reads the entities of Mermaid: #58; is a colon.
func decoded(text string) string {
	return strings.TrimSpace(entity.ReplaceAllStringFunc(text, func(found string) string {
		name := found[1 : len(found)-1]
		if n, err := strconv.Atoi(name); err == nil && n > 0 && n <= 0x10FFFF {
			return string(rune(n))
		}
		if sign, ok := named[name]; ok {
			return sign
		}
		return found
	}))
}
