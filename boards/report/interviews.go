package report

import (
	"strings"
	"time"

	"muntsaus/boards"
)

// interviewRow is a talk of an employee with a customer: planned, with who and when, or held, with what was said (method.md 1.1, F11).
type interviewRow struct {
	Customer, Facts string
	Answers         []interviewAnswer
}

type interviewAnswer struct{ Question, Text string }

// interviews gives the finished ones in the order they were written; what is cancelled is not told.
func (v view) interviews() (rows []interviewRow) {
	for _, r := range v.board.Shown("interview") {
		talk := boards.Read[boards.Interview](r)
		if !r.Complete() || talk.Status == "cancelled" {
			continue
		}
		row := interviewRow{Customer: talk.CustomerRef, Facts: v.interviewFacts(talk)}
		if talk.Status == "done" {
			row.Answers = v.interviewAnswers(talk)
		}
		rows = append(rows, row)
	}
	return rows
}

// interviewFacts says who talks, who asks when that is somebody else, and when.
func (v view) interviewFacts(talk boards.Interview) string {
	facts := []string{boards.Isolated(talk.Employee)}
	if talk.Interviewer != "" {
		facts = append(facts, v.T("interview.asks", talk.Interviewer))
	}
	when := v.Label("interview", "status", talk.Status)
	if at, err := time.Parse(time.RFC3339, talk.PlannedAt); err == nil {
		when += " " + v.T("interview.on", v.day(at.In(v.zone())))
	}
	return strings.Join(append(facts, when), ", ")
}

// interviewAnswers gives the questions of the guide that were answered.
func (v view) interviewAnswers(talk boards.Interview) (answers []interviewAnswer) {
	for i, question := range boards.Choices("interview", "answers") {
		if i < len(talk.Answers) && strings.TrimSpace(talk.Answers[i]) != "" {
			answers = append(answers, interviewAnswer{question.As.In(v.Language), talk.Answers[i]})
		}
	}
	return answers
}
