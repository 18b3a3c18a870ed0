package boards

// Story is what a customer or a colleague tells (method.md 3.3).
type Story struct {
	Text          string `field:"text,need,max=600"`
	Kind          string `field:"kind,need,enum=enthusiast|dissatisfied|lost_customer|good_example"`
	Unexpected    bool   `field:"unexpected,default=false"`
	Teller        string `field:"teller,need,enum=customer|employee,default=employee"`
	StepID        string `field:"step_id,of=step"`
	OwnExperience bool   `field:"own_experience,default=false"`
	Proxy         bool   `field:"proxy,server"`
	DepartmentID  string `field:"department_id,max=40,id=department,server"`
}

var storyKind = define[Story](Kind{Name: "story", Item: true, Limit: 200, Ordered: true, Veiled: true})

func init() {
	called("story", Label{"Verhaal", "Story"}, map[string]Label{
		"text":           {"Wat gebeurde er?", "What happened?"},
		"kind":           {"Wat voor verhaal is het?", "What kind of story is it?"},
		"teller":         {"Wie vertelt het?", "Who tells it?"},
		"unexpected":     {"Was het onverwacht?", "Was it unexpected?"},
		"own_experience": {"Zelf meegemaakt?", "Did it happen to you?"},
		"step_id":        {"Bij welke stap hoort het?", "Which step is it about?"},
	}, map[string][]Choice{
		"kind": choices("enthusiast", "Iemand was enthousiast", "Somebody was enthusiastic",
			"dissatisfied", "Iemand was ontevreden", "Somebody was dissatisfied",
			"lost_customer", "We raakten een klant kwijt", "We lost a customer", "good_example", "Goed voorbeeld", "Good example"),
		"teller": choices("customer", "Een klant", "A customer", "employee", "Een collega", "A colleague"),
	})
}

// Delight is an idea that makes a step special (method.md 3.3). Fun and effort are medians of an estimate, in halves.
type Delight struct {
	Text    string   `field:"text,need,max=200"`
	StepID  string   `field:"step_id,need,of=step"`
	Kind    string   `field:"kind,need,enum=fun|attention|gratitude|surprise|ease"`
	ForWhom string   `field:"for_whom,need,enum=customer|employee|both,default=customer"`
	Fun     *float64 `field:"fun,min=1,max=5"`
	Effort  *float64 `field:"effort,min=1,max=5"`
}

var delightKind = define[Delight](Kind{Name: "delight", Item: true, Limit: 200, Parent: "step_id", Ordered: true})

func init() {
	called("delight", Label{"Verrassing", "Delight"}, map[string]Label{
		"text":     {"Wat zou dit bijzonder maken?", "What would make this special?"},
		"kind":     {"Wat voor verrassing?", "What kind of delight?"},
		"for_whom": {"Voor wie?", "For whom?"},
	}, map[string][]Choice{
		"kind": choices("fun", "Plezier", "Fun", "attention", "Aandacht", "Attention", "gratitude", "Dank", "Gratitude",
			"surprise", "Verrassing", "Surprise", "ease", "Gemak", "Ease"),
		"for_whom": choices("customer", "De klant", "The customer", "employee", "De collega", "The colleague", "both", "Allebei", "Both"),
	})
}
