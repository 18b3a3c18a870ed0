package boards

// called adds what people call a kind, how its fields are asked for, and what their values mean: the words of a kind that has a file of
// its own stand in that file.
func called(kind string, name Label, asked map[string]Label, values map[string][]Choice) {
	kindLabels[kind] = name
	for field, label := range asked {
		questionLabels[kind+"."+field] = label
	}
	for field, choices := range values {
		valueLabels[kind+"."+field] = choices
	}
}

// choices gives values with their words: value, Dutch, English, and so on.
func choices(words ...string) (list []Choice) {
	for i := 0; i+2 < len(words); i += 3 {
		list = append(list, Choice{words[i], Label{words[i+1], words[i+2]}, Label{}})
	}
	return list
}

// likeAnother says that the values of a field read like those of another.
func likeAnother(field, other string) { sameLabels[field] = other }
