package boards

import (
	"maps"
	"slices"
)

// A list is changed by what comes and what goes, or by one of its places, never as a whole: two people may change it at once.

// listEdits turns {"add":[…],"remove":[…]} on list fields into the whole new list, and {"at":2,"was":"…","is":"…"} on those whose places
// mean something.
func listEdits(r *Record, given Fields) (Fields, *Refusal) {
	fields := Fields{}
	for name, v := range given {
		edit, ok := v.(map[string]any)
		field := kindsByName[r.Kind].byName[name]
		if !ok || field == nil || field.Type == Word {
			fields[name] = v
			continue
		}
		o := object{maps.Clone(edit), nil}
		list := append([]string{}, r.List(name)...) // never nil: in the log that would read as "clear"
		if field.Placed && o.has("at") {
			list = o.placed(list, field.Most)
		} else {
			list = o.addedRemoved(list)
		}
		if o.done() != nil {
			return nil, refuse("bad_value", name)
		}
		fields[name] = list
	}
	return fields, nil
}

func (o *object) addedRemoved(list []string) []string {
	add, remove := o.texts("add"), o.texts("remove")
	list = slices.DeleteFunc(list, func(s string) bool { return slices.Contains(remove, s) })
	for _, s := range add {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

func (o *object) texts(name string) []string {
	if !o.has(name) {
		return nil
	}
	list, ok := o.take(name).([]string)
	if !ok {
		o.fail(name)
	}
	return list
}

// placed changes the text at one place, counted from 0. Those before it keep theirs; what is empty at the end falls away.
func (o *object) placed(list []string, most int) []string {
	at, was, is := o.int("at"), o.text("was"), o.text("is")
	if at < 0 || at >= most {
		o.fail("at")
		return list
	}
	for len(list) <= at {
		list = append(list, "")
	}
	list[at] = mergedText(was, list[at], is)
	for len(list) > 0 && list[len(list)-1] == "" {
		list = list[:len(list)-1]
	}
	return list
}
