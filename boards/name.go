package boards

import (
	"strings"
	"unicode"
)

// TidyName gives a name as people read it: no spaces around it, one space inside, and nothing in it that cannot be seen. What all
// text must not hold (cleanText) stays, and is refused.
func TidyName(name string) string {
	runes := []rune(name)
	var b strings.Builder
	gap := false
	for i, r := range runes {
		switch {
		case nameSpace(r):
			gap = true
			continue
		case unseen(r), joins(r) && !(i > 0 && wide(runes[i-1]) && (r == emojiStyle || i+1 < len(runes) && wide(runes[i+1]))):
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteRune(r)
	}
	return b.String()
}

// Name gives a name as the board keeps it: tidy, and its letters composed.
func (m Moment) Name(name string) string {
	name = TidyName(name)
	if m.Compose != nil {
		name = m.Compose(name)
	}
	return name
}

// nameSpace is every white space of Unicode, and the tab and the new line with it.
func nameSpace(r rune) bool { return r != 0x85 && unicode.IsSpace(r) } // U+0085 is a control character, to be refused as such

const emojiStyle = 0xFE0F

// joins are the signs that make one picture of two, or one shape of two letters. Between wide characters they mean something.
func joins(r rune) bool { return r == 0x200C || r == 0x200D || r == emojiStyle }

// wide is beyond Latin, Greek and Cyrillic: scripts whose letters join, and pictures.
func wide(r rune) bool {
	return r >= 0x0530 && !nameSpace(r) && !unseen(r) && !(r >= 0x1E00 && r <= 0x1FFF)
}

// unseen are characters without a shape of their own: zero width, direction marks, fillers, tags.
func unseen(r rune) bool {
	switch {
	case r == 0xAD, r == 0x34F, r == 0x61C, r == 0x115F, r == 0x1160, r == 0x3164, r == 0xFFA0, r == 0x17B4, r == 0x17B5:
		return true
	case r == 0x200B, r == 0x200E, r == 0x200F, r >= 0x2060 && r <= 0x2064, r >= 0x206A && r <= 0x206F, r >= 0x180B && r <= 0x180F:
		return true
	}
	return r >= 0xFE00 && r <= 0xFE0E || r >= 0xE0000 && r <= 0xE0FFF
}

// ledWords are what whoever leads the workshop is called, and the table itself: no participant bears one as a word of their name.
// ownWords speak for the program: no participant is called by one alone. Both as they look (see plainLook).
var (
	ledWords = looks("facilitator", "facilitators", "cofacilitator", "begeleider", "begeleiders", "medebegeleider",
		"gespreksleider", "workshopleider", "moderator", "moderators", "muntsaus")
	ownWords = looks("server", "system", "systeem", "admin", "admins", "administrator", "sysadmin", "root", "beheer",
		"beheerder", "mod", "bot", "beamer", "projector", "iedereen", "everybody", "everyone", "niemand", "nobody")
)

func looks(words ...string) map[string]bool {
	set := map[string]bool{}
	for _, word := range words {
		set[plainLook(word)] = true
	}
	return set
}

// Reserved says whether a name, as it looks, is one of whoever leads or of the program: also spaced out, with accents, with letters
// of another alphabet or with digits for letters.
func Reserved(name string) bool {
	bare := strings.TrimRightFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
	for _, whole := range []string{plainLook(name), plainLook(bare)} {
		if ledWords[whole] || ownWords[whole] {
			return true
		}
	}
	between := func(r rune) bool { return nameSpace(r) || strings.ContainsRune("()[]{}<>-–—_/|,.;:*~\"“”", r) }
	words := strings.FieldsFunc(name, between)
	for i, word := range words {
		leads := ledWords[plainLook(word)] || ledWords[plainLook(strings.TrimRight(word, "0123456789"))]
		if leads && !trade(words, i) {
			return true
		}
	}
	return false
}

// trade says whether the word at i is part of an ordinary job: in care a “persoonlijk begeleider” or “begeleider wonen” leads no
// workshop.
func trade(words []string, i int) bool {
	if !trades[plainLook(words[i])] {
		return false
	}
	return i > 0 && tradesBefore[plainLook(words[i-1])] || i+1 < len(words) && tradesAfter[plainLook(words[i+1])]
}

var (
	trades       = looks("begeleider", "begeleiders")
	tradesBefore = looks("persoonlijk", "persoonlijke", "ambulant", "ambulante", "pedagogisch", "pedagogische", "sociaal", "sociale")
	tradesAfter  = looks("wonen", "dagbesteding", "zorg", "thuiszorg", "ouderenzorg", "jeugdzorg", "ggz", "wmo", "jeugd", "onderwijs")
)

var digitLetters = strings.NewReplacer("@", "a", "$", "s", "€", "e", "!", "i", "3", "e", "4", "a", "5", "s", "7", "t", "8", "b", "9", "g")

// plainLook is how a word looks to somebody who is not looking: without accents, and with digits read as letters.
func plainLook(word string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsMark(r) {
			return -1
		}
		return r
	}, Skeleton(digitLetters.Replace(word)))
}

// personRule keeps names readable, and a participant's name apart from those of whoever leads.
func personRule(c change) (Fields, *Refusal) {
	role := c.after.Str("role")
	switch {
	case !c.changed("name"):
		return nil, nil
	case c.before == nil: // a founder's, a file's, or asked at the door already
		role = RoleFacilitator
	}
	return nil, nameFits(c.now, c.after.Str("name"), role)
}

// nameFits refuses a name that is not written as it would be kept, and one that is not that person's to bear.
func nameFits(now Moment, name, role string) *Refusal {
	switch {
	case name != now.Name(name):
		return refuse("bad_text", "name")
	case role != RoleFacilitator && role != RoleCoFacilitator && Reserved(name):
		return refuse("reserved", "name")
	}
	return nil
}
