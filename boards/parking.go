package boards

// ParkingItem is what matters but not now: kept, with somebody who comes back to it.
type ParkingItem struct {
	Text        string `field:"text,need,max=200"`
	Owner       string `field:"owner,max=40,person"`
	RevisitDate string `field:"revisit_date,date"`
}

var parkingItemKind = define[ParkingItem](Kind{Name: "parking_item", Limit: 300, Ordered: true})

// park takes a pain or a note off the map and keeps its words on the parking lot; a fix is parked by its status.
func park(a acting) ([]Effect, *Refusal) {
	r := a.board.Get(a.id)
	if r == nil || len(r.To) > 0 {
		return nil, refuse("not_found", "id")
	}
	if no := a.stays("park", r.ID); no != nil {
		return nil, no
	}
	switch {
	case r.Kind == "fix":
		return a.set(r, Fields{"status": "parked"})
	case r.Kind != "pain" && r.Kind != "note":
		return nil, refuse("bad_value", "id")
	}
	deleted := deletion(a.board, r, a.who)
	if no := stillNeeded(a.board, r, deleted); no != nil {
		return nil, no
	}
	item, no := a.put("parking_item", Fields{"text": r.Str("text")})
	if no != nil {
		return nil, no
	}
	item.Record.Fields["order"] = orderAfter(a.board, item.Record, "", false)
	return append([]Effect{item}, deleted...), nil
}
