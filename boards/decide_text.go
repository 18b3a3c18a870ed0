package boards

func decideText(b *Board, op Op, who Actor, client string, now Moment) ([]Effect, *Refusal) {
	r, no := target(b, op.ID, who)
	if no != nil {
		return nil, no
	}
	kind := kindsByName[r.Kind]
	field := kind.byName[op.Field]
	if field == nil || !kind.isText(op.Field) {
		return nil, refuse("unknown_field", op.Field)
	}
	if isAnswer(kind) { // an answer is put again: its item is no text to type in
		return nil, refuse("not_allowed", op.Field)
	}
	if no := mayWrite(b, who, r, "text", field.Name); no != nil {
		return nil, no
	}
	splices, no := placed(b, r, op, SiteOf(client, op.ID, op.Field))
	if no != nil {
		return nil, no
	}
	text, ok := applySplices(r.Str(op.Field), splices)
	if !ok {
		return nil, refuse("bad_value", "splices")
	}
	if no := field.checkText(text, field.Max); no != nil {
		return nil, no
	}
	if len(splices) == 0 {
		return nil, nil
	}
	if no := settleRecord(b, r, r.with(Fields{op.Field: text}), who, now); no != nil {
		return nil, no
	}
	return []Effect{{E: "text", ID: r.ID, Field: op.Field, Ver: r.Version(op.Field) + 1, Splices: splices,
		Site: SiteOf(client, op.ID, op.Field), To: r.To}}, nil
}

// placed carries a change over everything that came since the text it was made on (B10).
func placed(b *Board, r *Record, op Op, site int) ([]Splice, *Refusal) {
	since, ok := b.texts[r.ID+"\n"+op.Field].since(op.Base, r.Version(op.Field))
	if !ok {
		return nil, refuse("stale", op.Field)
	}
	for i := 1; i < len(op.Splices); i++ {
		if op.Splices[i].Pos < op.Splices[i-1].Pos+op.Splices[i-1].Del {
			return nil, refuse("bad_value", "splices")
		}
	}
	splices := tidy(op.Splices)
	for _, c := range since {
		if c.site == site {
			return nil, refuse("text_in_flight", op.Field)
		}
		splices = transform(splices, c.splices, c.site < site)
	}
	return splices, nil
}
