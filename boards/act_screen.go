package boards

// sharedPicture names the second half of the view of the gaps; whatever else object_ref names is a record.
const sharedPicture = "shared"

// shown says whether everybody may see this record.
func (a acting) shown(id string) bool {
	r := a.board.Get(id)
	return r != nil && len(r.To) == 0
}

// plainView puts a view on the screen without anything of the one before it.
func plainView(view string) Fields {
	return Fields{"view": view, "blank": false, "spotlight_step_id": nil, "object_ref": nil, "page": nil}
}

// newMoment is a plain view with which something else begins: nobody has the floor any more.
func newMoment(view string) Fields {
	fields := plainView(view)
	fields["speaker_id"] = nil
	return fields
}

// showView puts a view on the screen. args: view, object_ref?, show_join_code?, page? (held there; without it pages turn by themselves).
func showView(a acting) ([]Effect, *Refusal) {
	fields := plainView(a.args.text("view"))
	if a.args.has("page") {
		fields["page"] = a.args.int("page")
	}
	if ref := a.args.textOr("object_ref", ""); ref != "" {
		if ref != sharedPicture && !a.shown(ref) {
			return nil, refuse("not_found", "object_ref")
		}
		fields["object_ref"] = ref
	}
	if a.args.has("show_join_code") {
		fields["show_join_code"] = a.args.flag("show_join_code", true)
	}
	return a.set(a.board.one("projector_state"), fields)
}

func blankScreen(a acting) ([]Effect, *Refusal) {
	screen := a.board.one("projector_state")
	return a.set(screen, Fields{"blank": a.args.flag("on", !screen.Bool("blank"))})
}

func spotlight(a acting) ([]Effect, *Refusal) {
	var step any
	if a.id != "" {
		step = a.id
	}
	return a.set(a.board.one("projector_state"), Fields{"spotlight_step_id": step})
}
