package boards

import (
	"maps"
	"slices"
)

// Round is a hidden collection: everybody answers unseen, one reveal shows all at once. What only some sorts have stands in their files.
type Round struct {
	Collect    string   `field:"collect,enum=rating|ownership_claim|leading_vote|vote|writing|prediction|poll|estimate|verdict|need|handoff"`
	Number     int      `field:"number,min=1,max=1000"`
	State      string   `field:"state,enum=open|revealed|cancelled"`
	Anonymous  bool     `field:"anonymous,default=true"`
	Electorate []string `field:"electorate,max=40,most=1000"`
	Voters     *int     `field:"voters,min=0,max=2000"`
	Hands      *int     `field:"hands,min=0,max=1000"` // so many of the voters raised their hand; absent = none
	VoteRound
	StepsRound
	WritingRound
	PollRound
	VerdictRound
	NeedRound
	HandoffRound
	EstimateRound
	PredictionRound
}

// roundKinds lists the kinds of hidden rounds, those of one sort together: the round, what people answer, what a reveal writes.
var roundKinds = []*Kind{
	roundKind, subgroupKind, readyKind, voteKind, tallyKind, splitKind,
	ratingKind, ownershipClaimKind, leadingVoteKind, voiceKind,
	pollAnswerKind, pollResultKind, pollVotersKind, verdictVoteKind, verdictTallyKind, verdictResultKind, needVoteKind,
	estimateKind, estimateResultKind, predictionKind, handoffVoteKind,
}

var roundKind = define[Round](Kind{Name: "round", Made: ByServer, Limit: 1000})

// Ready says that one person is done with a round. Only the number of them is ever told.
type Ready struct {
	RoundID string `field:"round_id,of=round"`
}

var readyKind = define[Ready](Kind{Name: "ready", Made: ByServer, Reach: ToPages, Limit: 10000, Parent: "round_id"})

// Answer is what every answer to a hidden round holds, whatever is asked.
type Answer struct {
	RoundID string `field:"round_id,of=round"`
	Proxy   bool   `field:"proxy,server"`              // passed on by the facilitator for somebody without a device
	Hands   int    `field:"hands,min=0,max=60,server"` // how many people of a department this is the answer of
}

// Voiced is what the reveal adds to an answer in place of the person: a department, or that it was a guest, and a voice.
type Voiced struct {
	DepartmentID string `field:"department_id,max=40,id=department,server"`
	Voice        string `field:"voice,max=40,server"`
	Guest        bool   `field:"guest,server"`
}

// Collection is one sort of hidden round: what is asked, what the room sees of it, and what the reveal makes of the answers. Every one is
// opened, answered, revealed and cancelled by the same few functions below.
type Collection struct {
	Name  string
	Views []string // of the projector that are about it; the first is put up when it opens and when it is revealed
	Shows Shows
	Args  string // what opening one takes beside its sort, as docs/rounds.md says it
	Tells string // what its reveal writes, as docs/rounds.md says it
	// Minutes are how long each stage takes, where it goes in stages; a facilitator may say otherwise.
	Minutes map[string]int

	pictured func(round *Record) string // the view of one round; nil: the first of Views

	prepare func(a acting) (Fields, *Refusal)                              // what the round is about
	answer  func(b *Board, answer *Record, who Actor) ([]Effect, *Refusal) // one sealed answer; nil: whatever is written is sealed
	writes  func(a acting, round *Record) map[string]int                   // most records a reveal makes, by kind; nil: it has no limit
	reveal  func(a acting, round *Record) ([]Effect, Fields, *Refusal)     // the answers anew, and what the round itself learns
}

// Shows says what a reveal shows of the people who answered.
type Shows uint8

// What a reveal shows.
const (
	ShowsVoices Shows = iota // each answer, with department and voice
	ShowsSums                // sums over three people or more, and no answer
	ShowsCounts              // sums, also of one person, and no answer
	ShowsWords               // each answer, with nobody's name
)

// String says it as docs/secrecy.md and docs/rounds.md do.
func (s Shows) String() string { return [...]string{"by voice", "in sums", "in counts", "in words"}[s] }

// collections are the sorts of rounds by name, each registered by its own file.
var collections = map[string]*Collection{}

func collect(c Collection) { collections[c.Name] = &c }

// Collections gives all sorts of hidden rounds, by name.
func Collections() (list []*Collection) {
	for _, name := range slices.Sorted(maps.Keys(collections)) {
		list = append(list, collections[name])
	}
	return list
}

// Answer gives the kind that answers it; nil for a writing round, which seals whatever is written.
func (c *Collection) Answer() *Kind {
	for _, kind := range answersTo(c.Name) {
		return kind
	}
	return nil
}

// fits says whether a board has room for what the reveal of a round would write at most, if everybody who may answer does. It is asked
// before the round opens: what people answered can then always be shown.
func (c *Collection) fits(a acting, round *Record) bool {
	if c.writes == nil {
		return true
	}
	for kind, n := range c.writes(a, round) {
		if a.board.factsOf(kind)+n > kindsByName[kind].Limit {
			return false
		}
	}
	return true
}

// roomFor says whether n more answers fit that become facts at the reveal: raised hands one each, and people who came since it opened.
func (b *Board) roomFor(kind string, n int) bool { return b.factsOf(kind)+n <= kindsByName[kind].Limit }

// factsOf counts the records of a kind as they would be with every raised hand laid out.
func (b *Board) factsOf(kind string) int {
	n := b.Count(kind)
	for seat, sealed := range b.sealed {
		for _, r := range sealed {
			if hands, _ := r.Int("hands"); r.Kind == kind && hands > 1 && teamOf(seat) != "" {
				n += hands - 1
			}
		}
	}
	return n
}
