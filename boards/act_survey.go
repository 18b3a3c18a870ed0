package boards

// SurveyImport remembers that a file of customers' answers was taken in, so that the same one is not counted twice, in a copy of the board
// neither. It says nothing of what was in the file.
type SurveyImport struct {
	Key           string `field:"key,max=64"` // of the file and what was asked of it
	MeasurementID string `field:"measurement_id,id=measurement,max=40"`
}

var surveyImportKind = define[SurveyImport](Kind{Name: "survey_import", Made: ByServer, Limit: 1000})

// takeSurvey puts the measurement and the quotes of a file on the board, all in one entry. args: key, measurement? (its fields),
// quotes (their fields). What was taken in before is refused, unless its measurement was deleted since.
func takeSurvey(a acting) ([]Effect, *Refusal) {
	key, effects := a.args.text("key"), []Effect(nil)
	fields, _ := a.args.take("measurement").(Fields)
	quotes, _ := a.args.take("quotes").([]Fields)
	if a.tookSurvey(key) {
		return nil, refuse("already", "file")
	}
	if a.board.Count("quote")+len(quotes) > quoteKind.Limit {
		return nil, refuse("full", "quote")
	}
	note := Fields{"key": key}
	if fields != nil {
		made, no := a.put("measurement", fields)
		if no != nil {
			return nil, no
		}
		note["measurement_id"] = made.Record.ID
		effects = append(effects, made)
	}
	for _, q := range quotes {
		made, no := a.make("quote", q)
		if no != nil {
			return nil, no
		}
		effects = append(effects, made)
	}
	made, no := a.put("survey_import", note)
	if no != nil {
		return nil, no
	}
	return append(effects, made), nil
}

func (a acting) tookSurvey(key string) bool {
	for _, r := range a.board.All("survey_import") {
		measurement := r.Str("measurement_id")
		if r.Str("key") == key && (measurement == "" || a.board.Get(measurement) != nil) {
			return true
		}
	}
	return false
}

// RoomForQuotes is how many quotes the board can still take.
func (b *Board) RoomForQuotes() int { return max(0, quoteKind.Limit-b.Count("quote")) }
