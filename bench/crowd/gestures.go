package crowd

import (
	"context"
	"fmt"
	"strings"
	"time"
	"unicode/utf16"

	"muntsaus/boards"
)

// hand is what a person has under way: cards of their own, and a diary that only they write.
type hand struct {
	made   int // tokens
	diary  string
	page   int      // what the diary says, counted
	cards  []string // own cards that are stored
	secret int
}

const (
	mostCards = 6   // own cards; then the oldest goes
	mostText  = 100 // UTF-16 units in a shared text; then somebody clears it
)

func (h *hand) kept(f *fate) {
	if f.card != "" {
		h.cards = append(h.cards, f.card)
	}
}

// gesture wishes something now and then until ctx ends.
func (p *Page) gesture(ctx context.Context) {
	for ctx.Err() == nil {
		sleep(ctx, time.Duration((0.5+p.chance())*float64(p.Pause)))
		p.locked(func() {
			if p.on && !p.Quiet && p.epoch != "" && len(p.outbox) < mostWaiting {
				p.wish()
			}
		})
	}
}

// mostWaiting is where a page without a line stops making more: the checker is about what was typed, not about memory.
const mostWaiting = 400

// wish is one gesture, drawn by chance.
func (p *Page) wish() {
	if p.hand.diary == "" {
		p.beginDiary()
		return
	}
	round := openRound(p.view, "writing")
	if p == p.table.Pages[0] { // the host takes part in no round
		round = ""
	}
	switch x := p.rnd.IntN(100); {
	case round != "" && x < 30:
		p.whisper(round)
	case x < 40:
		p.typeWord()
	case x < 60:
		p.writeDiary()
	case x < 90:
		p.card()
	default:
		p.vote()
	}
}

func (p *Page) id(kind string) string {
	p.hand.made++
	return fmt.Sprintf("%s-%s-%04d-%010x", kind, p.Name, p.hand.made, p.rnd.Uint64()&0xffffffffff)
}

// beginDiary puts a card that nobody else touches: in the end it must say what its owner wrote last.
func (p *Page) beginDiary() {
	p.hand.diary = p.id("diary")
	p.push("", &fate{}, put("note", p.hand.diary, map[string]any{"text": "0"}))
}

func (p *Page) writeDiary() {
	p.hand.page++
	p.push("", &fate{diary: p.hand.diary, said: p.hand.page},
		map[string]any{"op": "set", "id": p.hand.diary, "fields": map[string]any{"text": fmt.Sprint(p.hand.page)}})
}

// card puts a card, and takes the oldest own one away when there are many, as one gesture.
func (p *Page) card() {
	id := p.id("card")
	ops := []any{put("note", id, map[string]any{"text": "kaart " + id})}
	if len(p.hand.cards) > mostCards {
		ops = append(ops, map[string]any{"op": "del", "id": p.hand.cards[0]})
		p.hand.cards = p.hand.cards[1:]
	}
	p.push("", &fate{card: id}, ops...)
}

// typeWord types a word nobody else has into a text that everybody types in, at the front, behind a space or at the end.
func (p *Page) typeWord() {
	cells := p.view.Shown("cell")
	if len(cells) == 0 {
		return
	}
	cell := cells[p.rnd.IntN(len(cells))]
	for _, waiting := range p.outbox {
		if waiting.field == cell.ID {
			return // one unanswered change per text
		}
	}
	p.hand.made++
	word := fmt.Sprintf("%s.%x ", p.Name, p.hand.made)
	text := utf16.Encode([]rune(cell.Str("text")))
	places := []int{0}
	for i, unit := range text {
		if unit == ' ' {
			places = append(places, i+1)
		}
	}
	splice := boards.Splice{Pos: places[p.rnd.IntN(len(places))], Ins: word}
	if len(text) > mostText {
		splice = boards.Splice{Pos: 0, Del: len(text), Ins: word}
	}
	p.push(cell.ID, &fate{word: word}, map[string]any{"op": "text", "id": cell.ID, "field": "text",
		"base": cell.Version("text"), "splices": []boards.Splice{splice}})
}

// whispered are the kinds of what people write for themselves: in a writing round, or always (reflection, anonymous_note).
var whispered = []string{"note", "story", "rule", "reflection", "anonymous_note"}

// whisper writes something that nobody else may ever see: the round is always cancelled. It hangs on an act that only an
// open round takes, so that it is not put when the round has just ended.
func (p *Page) whisper(round string) {
	secret := p.table.Ledger.canary(p, true)
	id := fmt.Sprintf("%s-%s", secret, p.Name)
	p.hand.secret++
	p.push("", &fate{}, map[string]any{"op": "act", "do": "ready", "id": round, "args": map[string]any{"ready": p.hand.secret%2 == 0}},
		put(whispered[p.hand.secret%len(whispered)], id, map[string]any{"text": "geheim " + secret}))
}

// vote answers under an id that nobody else may see; the reveal makes the answers anew.
func (p *Page) vote() {
	round, poll := openRound(p.view, "vote"), openRound(p.view, "poll")
	if round == "" && poll == "" || p == p.table.Pages[0] {
		p.card()
		return
	}
	id := fmt.Sprintf("%s-%s", p.table.Ledger.canary(p, false), p.Name)
	if poll != "" {
		p.push("", &fate{}, put("poll_answer", id, map[string]any{"round_id": poll, "fun": 1 + p.rnd.IntN(5)}))
		return
	}
	items := p.view.Get(round).List("item_ids")
	vote := map[string]any{"round_id": round, "item_id": items[p.rnd.IntN(len(items))], "count": p.rnd.IntN(3)}
	p.push("", &fate{}, put("vote", id, vote))
}

func put(kind, id string, fields map[string]any) map[string]any {
	return map[string]any{"op": "put", "kind": kind, "id": id, "fields": fields}
}

func act(do, id string, args map[string]any) map[string]any {
	op := map[string]any{"op": "act", "do": do, "args": args}
	if id != "" {
		op["id"] = id
	}
	return op
}

func openRound(b *boards.Board, collect string) string {
	if r := boards.OpenRound(b, collect); r != nil {
		return r.ID
	}
	return ""
}

// wholeWords says whether a shared text is made of words only, each as it was typed.
func wholeWords(text string, known func(word string) bool) bool {
	for _, word := range strings.SplitAfter(text, " ") {
		if word != "" && !known(word) {
			return false
		}
	}
	return true
}
