package web

import (
	"errors"
	"fmt"
	"strings"

	"muntsaus/boards/survey"
)

// surveyProblems say what is wrong with a whole file.
var surveyProblems = map[error]*problem{
	survey.ErrEmpty: {400, "bad_value", [2]string{
		"In dit bestand staat niets. Sla de antwoorden opnieuw op en probeer het weer.",
		"There is nothing in this file. Save the answers once more and try again."}},
	survey.ErrNoTable: {400, "bad_value", [2]string{
		"Dit is geen tabel met antwoorden. Sla ze op als CSV of als Excel-bestand (.xlsx).",
		"This is no table of answers. Save them as CSV or as an Excel file (.xlsx)."}},
	survey.ErrNoWorkbook: {400, "bad_value", [2]string{
		"Dit is een zip-bestand, geen Excel-bestand. Pak het uit en kies het bestand met de antwoorden.",
		"This is a zip file, not an Excel file. Unpack it and choose the file with the answers."}},
	survey.ErrOldExcel: {400, "bad_value", [2]string{
		"Dit is een oud Excel-bestand (.xls), of er zit een wachtwoord op. Sla het zonder wachtwoord op als .xlsx.",
		"This is an old Excel file (.xls), or it has a password. Save it without one as .xlsx."}},
	survey.ErrDamaged: {400, "bad_value", [2]string{
		"Dit Excel-bestand is beschadigd. Open het in Excel, sla het opnieuw op en probeer het weer.",
		"This Excel file is damaged. Open it in Excel, save it once more and try again."}},
	survey.ErrUnpacked: {413, "too_long", [2]string{
		"Dit Excel-bestand is uitgepakt veel te groot. Sla alleen het blad met de antwoorden op.",
		"This Excel file is far too big once unpacked. Save the sheet with the answers alone."}},
	survey.ErrTooMany: {413, "too_long", [2]string{
		"In dit bestand staan meer dan 50.000 antwoorden. Deel het op, of neem een kortere periode.",
		"There are more than 50,000 answers in this file. Split it, or take a shorter period."}},
	survey.ErrWide: {413, "too_long", [2]string{
		"Dit bestand heeft meer dan 1.000 kolommen. Laat de kolommen weg die je niet nodig hebt.",
		"This file has more than 1,000 columns. Leave out those you do not need."}},
}

func surveyProblem(err error) error {
	for known, p := range surveyProblems {
		if errors.Is(err, known) {
			return p
		}
	}
	return err
}

// wrongMappings are the sentences for what does not fit a file, by why.
var wrongMappings = map[string][2]string{
	"empty":  {"Kies een kolom met scores of met opmerkingen.", "Choose a column with scores or with comments."},
	"column": {"Deze kolom staat niet in het bestand (%s).", "This column is not in the file (%s)."},
	"twice":  {"Deze kolom is twee keer gekozen (%s).", "This column is chosen twice (%s)."},
	"labels": {"Zoveel verschillende antwoorden kunnen geen schaal zijn (%s).", "So many different answers cannot be a scale (%s)."},
	"one_is_zero": {
		"Deze scores lopen van 1 tot 11. Zeg eerst of 1 hier 0 betekent.",
		"These scores run from 1 to 11. Say first whether 1 means 0 here."},
	"none": {
		"In deze kolom staat geen enkele score die binnen de schaal past. Er is niets ingelezen.",
		"There is no score in this column that fits the scale. Nothing was taken in."},
	"none_row": {
		"In deze kolom past geen enkele score binnen de schaal. Kijk bijvoorbeeld naar rij %d van het bestand. Er is niets ingelezen.",
		"No score in this column fits the scale. Look at row %d of the file, for one. Nothing was taken in."},
	"personal": {
		"In deze kolom staat wie iemand is (%s). Die nemen we niet over; kies een andere.",
		"This column says who somebody is (%s). We do not take it in; choose another."},
}

func mappingProblem(wrong *survey.WrongMapping) error {
	pair, ok := wrongMappings[wrong.Why]
	if inRow, known := wrongMappings[wrong.Why+"_row"]; known && wrong.Row > 0 {
		pair = inRow
	}
	if !ok {
		return bad("bad_value")
	}
	for i, text := range pair {
		switch {
		case strings.Contains(text, "%s"):
			pair[i] = fmt.Sprintf(text, wrong.Field)
		case strings.Contains(text, "%d"):
			pair[i] = fmt.Sprintf(text, wrong.Row)
		}
	}
	return &problem{400, "bad_value", pair}
}

var (
	errTaken = &problem{409, "already", [2]string{
		"Dit bestand is al ingelezen, met dezelfde keuzes. Er is niets veranderd.",
		"This file was taken in before, with the same choices. Nothing has changed."}}
	errReading = &problem{429, "slow_down", [2]string{
		"De server is nog bezig met een ander bestand. Probeer het zo weer.",
		"The server is still busy with another file. Try again in a moment."}}
	errSurveyBig = &problem{413, "too_long", [2]string{
		"Dit bestand is groter dan 20 MB. Neem een kortere periode of minder kolommen.",
		"This file is bigger than 20 MB. Take a shorter period or fewer columns."}}
	errSurveyDate = &problem{400, "bad_value", [2]string{
		"Vul in wanneer deze antwoorden zijn gegeven, als een datum.", "Fill in when these answers were given, as a date."}}
	errSurveySource = &problem{400, "bad_value", [2]string{
		"Vul in waar deze antwoorden vandaan komen, in hoogstens 120 tekens.",
		"Fill in where these answers come from, in at most 120 characters."}}
	errNoNumber = &problem{404, "not_found", [2]string{
		"Het klantcijfer waar deze scores bij horen, is er niet meer. Kies eerst een klantcijfer.",
		"The customer number these scores belong to is no longer there. Choose a customer number first."}}
	errNoScale = &problem{400, "bad_value", [2]string{
		"Het klantcijfer heeft nog geen schaal. Vul eerst de laagste en de hoogste score in.",
		"The customer number has no scale yet. Fill in the lowest and the highest score first."}}
)
