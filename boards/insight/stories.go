package insight

import (
	"slices"

	"muntsaus/boards"
)

// StoryBalance is how many stories are good ones, against those about a customer who was dissatisfied or went away (method.md 3.4.19).
type StoryBalance struct {
	Good int `json:"good"`
	Bad  int `json:"bad"`
}

// goodStories are the kinds of story that count as good.
var goodStories = []string{"enthusiast", "good_example"}

// IsGoodStory says on which side of the balance a kind of story stands.
func IsGoodStory(kind string) bool { return slices.Contains(goodStories, kind) }

// storyBalance counts the finished stories; nil without one.
func storyBalance(b *boards.Board) *StoryBalance {
	var sum StoryBalance
	for _, r := range b.Shown("story") {
		switch {
		case !r.Complete():
		case IsGoodStory(r.Str("kind")):
			sum.Good++
		default:
			sum.Bad++
		}
	}
	if sum == (StoryBalance{}) {
		return nil
	}
	return &sum
}
