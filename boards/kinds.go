package boards

import "slices"

// kinds lists every kind of record, in the order in which a board is told (parents before what hangs on them).
// A new kind is one file with its struct, and one word here; what belongs to hidden rounds is named in round.go.
var kinds = slices.Concat([]*Kind{
	workshopKind, departmentKind, personKind, knockKind, keyKind, handKind,
	pictureKind, personaKind, journeyKind, phaseKind, breakoutKind, stepKind, cellKind, handoffKind, quoteKind,
	agendaItemKind, timerKind, projectorKind,
	noteKind, storyKind, painKind, commentKind, causeNodeKind, delightKind,
	evidenceKind, needKind, knowledgeCardKind, interviewKind,
	requestCardKind, offmenuTestKind, roleplayKind, observationKind, ruleKind, mandateKind,
}, roundKinds, []*Kind{
	gapTalkKind, fixKind, parkingItemKind, indicatorKind, measurementKind, lessonKind, kudosKind, surveyImportKind,
	reflectionKind, anonymousNoteKind, asideKind, reportKind, decisionLineKind,
})

var kindsByName = func() map[string]*Kind {
	named := map[string]*Kind{}
	for _, k := range kinds {
		named[k.Name] = k
	}
	return named
}()

// Kinds gives all kinds in telling order. The slice is shared: read it only.
func Kinds() []*Kind { return kinds }

// KindNamed gives a kind; nil when there is none of that name.
func KindNamed(name string) *Kind { return kindsByName[name] }

// kindRank is the place of a kind in the telling order.
var kindRank = func() map[string]int {
	rank := map[string]int{}
	for i, k := range kinds {
		rank[k.Name] = i
	}
	return rank
}()
