package boards

import (
	"strconv"
	"strings"
	"unicode"
)

// Who looks like whom. frontend/src/engine/names.ts is the exact mirror; testdata/names.json holds the vectors of both.

// Seated is somebody as a list shows them: their name and where they belong, a department or else a role.
type Seated struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Place string `json:"place"`
}

// Told gives every person's name by id. Whoever's looks like somebody else's has their place beside it, and a number where the place
// does not tell them apart: "Jan (Keuken)", "Jan (Winkel 2)". The number is the place in the list, so it is that of coming in.
func Told(people []Seated) map[string]string {
	alike, beside := map[string]int{}, map[string]int{}
	for _, p := range people {
		alike[look(p.Name)]++
		beside[look(p.Name)+"\n"+p.Place]++
	}
	told, nth := map[string]string{}, map[string]int{}
	for _, p := range people {
		told[p.ID] = p.Name
		if alike[look(p.Name)] < 2 || p.Name == "" {
			continue
		}
		here := look(p.Name) + "\n" + p.Place
		nth[here]++
		words := strings.Fields(p.Place)
		if beside[here] > 1 || len(words) == 0 {
			words = append(words, strconv.Itoa(nth[here]))
		}
		told[p.ID] = p.Name + " (" + strings.Join(words, " ") + ")"
	}
	return told
}

// Names tells the people of a board apart, by their role in the reader's language where somebody has no department.
func Names(b *Board, language string) map[string]string {
	var people []Seated
	for _, r := range b.All("person") {
		place := RoleWord(r.Str("role"), language)
		if d := b.Get(r.Str("department_id")); d != nil {
			place = d.Str("name")
		}
		people = append(people, Seated{r.ID, r.Str("name"), place})
	}
	return Told(people)
}

// Leads names who leads, as everybody tells them apart; who gave no name of their own is left out.
func Leads(b *Board, language string) (leads []string) {
	names := Names(b, language)
	for _, r := range b.All("person") {
		if role := r.Str("role"); (role == RoleFacilitator || role == RoleCoFacilitator) && !Nameless(r.Str("name")) {
			leads = append(leads, names[r.ID])
		}
	}
	return leads
}

// OwnerName gives whose a fix is, in words: a person of the board by their name in Names where that says more, else what was filled in.
func OwnerName(b *Board, f Fix, names map[string]string) string {
	person := b.Get(f.OwnerParticipantID)
	if person != nil && (f.OwnerPerson == "" || names[person.ID] != person.Str("name")) {
		return names[person.ID]
	}
	return f.OwnerPerson
}

// RoleWord is what a role is called, in the reader's language (nl, else English).
func RoleWord(role, language string) string { return said(roleWords[role], language) }

var roleWords = map[string][2]string{
	RoleFacilitator: {"begeleider", "facilitator"}, RoleCoFacilitator: {"medebegeleider", "co-facilitator"},
	RoleParticipant: {"deelnemer", "participant"}, RoleObserver: {"meekijker", "observer"}, RoleGuest: {"klantgast", "customer guest"},
}

// look is the skeleton of a name without what stands in brackets behind it: nobody gets "(Keuken 2)" by typing it.
func look(name string) string {
	for {
		name = strings.TrimRightFunc(name, unicode.IsSpace)
		if name == "" || !strings.ContainsAny(name[len(name)-1:], ")]}") && !strings.HasSuffix(name, "）") {
			break
		}
		at := strings.LastIndexAny(name, "([{（")
		if at < 1 {
			break
		}
		name = name[:at]
	}
	return Skeleton(name)
}

// Skeleton is the same for two names that look the same: in any case, with letters of Latin, Greek or Cyrillic that share a
// shape, with other spaces and punctuation. Accents tell names apart.
func Skeleton(name string) string {
	var b strings.Builder
	for _, r := range name {
		for _, part := range parts(plainShape(r)) {
			if unseen(part) || joins(part) || unicode.IsSpace(part) || unicode.IsPunct(part) {
				continue
			}
			if like, ok := shapes[part]; ok {
				b.WriteString(like)
				continue
			}
			low := unicode.ToLower(part)
			if like, ok := shapes[low]; ok {
				b.WriteString(like)
			} else {
				b.WriteRune(low)
			}
		}
	}
	out := strings.ReplaceAll(strings.ReplaceAll(b.String(), "rn", "m"), "vv", "w")
	if out == "" {
		return name
	}
	return out
}

// parts takes a letter and its accents apart.
func parts(r rune) []rune {
	if apart, ok := accents[r]; ok {
		return apart
	}
	return []rune{r}
}

// plainShape undoes the alphabets of signs: full width, circled, and bold or slanted mathematics.
func plainShape(r rune) rune {
	switch {
	case r >= 0xFF01 && r <= 0xFF5E:
		return r - 0xFEE0
	case r >= 0x24B6 && r <= 0x24E9:
		return 'a' + (r-0x24B6)%26
	case r >= 0x1D400 && r <= 0x1D6A3:
		return 'a' + (r-0x1D400)%26
	case r >= 0x1D7CE && r <= 0x1D7FF:
		return '0' + (r-0x1D7CE)%10
	}
	return r
}

// accents are the letters of Latin, Greek and Cyrillic that have accents, taken apart (letters.gen.go).
var accents = func() map[rune][]rune {
	table := map[rune][]rune{}
	for entry := range strings.FieldsSeq(accented) {
		runes := []rune(entry)
		table[runes[0]] = runes[1:]
	}
	return table
}()

// shapes are what shares a shape: the sign, then what it is taken for. i, l, 1 and | are one, o and 0 are one. A capital that looks
// like another letter than its small one stands for itself.
var shapes = func() map[rune]string {
	table := map[rune]string{}
	for entry := range strings.FieldsSeq(shapePairs) {
		runes := []rune(entry)
		table[runes[0]] = string(runes[1:])
	}
	return table
}()

const shapePairs = "il 1l |l ıl ǀl 0o ſs ɑa ɡg ɩl ɪl æae œoe ĳlj ﬀff ﬁfl ﬂfl ﬃffl ﬄffl ʀr ʙb ɢg ʜh ʏy ʟl ɴn ɶoe ᴀa ᴄc ᴅd ᴇe ᴊj ᴋk ᴍm ᴏo " +
	"ᴘp ᴛt ᴜu ᴠv ᴡw ᴢz ꜱs " +
	"аa вb гr еe зз һh іl јj кk мm нh оo пn рp сc тt уy үy хx ѕs ԁd ԛq ԝw ѵv ѡw ьb ӏl єe " +
	"αa βß γy εe ζz ηn ιl κk μu µu νv οo ρp σo ςs τt υu χx ωw Αa Βb Εe Ζz Ηh Ιl Κk Μm Νn Οo Ρp Τt Υy Χx " +
	"\u0326\u0327 \u0306\u030c"

// Nameless says whether a name is only the word for a role, as whoever leads without giving a name is called.
func Nameless(name string) bool {
	name = strings.TrimSpace(name)
	if name == "" {
		return true
	}
	for _, words := range roleWords {
		if strings.EqualFold(name, words[0]) || strings.EqualFold(name, words[1]) {
			return true
		}
	}
	return false
}
