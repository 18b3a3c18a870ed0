package boards

// Vote is one person's dots on one item of an open round. It is sealed: nobody else learns of it before the reveal.
type Vote struct {
	Answer
	ItemID string `field:"item_id,max=40"`
	Count  int    `field:"count,min=0,max=300"` // of a person at most the round's max_per_item; of raised hands so many times that
}

var voteKind = define[Vote](Kind{Name: "vote", Answers: "vote", About: "item_id", Reach: ToPages, Limit: 10000})

// Tally is what the reveal writes for one item: dots, fair score (percent, method.md 3.4.9) and how many departments gave one.
type Tally struct {
	RoundID     string  `field:"round_id,of=round"`
	ItemID      string  `field:"item_id,max=40"`
	Count       int     `field:"count,min=0,max=100000"`
	Fair        float64 `field:"fair,min=0,max=100"`
	Departments int     `field:"departments,min=0,max=12"`
}

var tallyKind = define[Tally](Kind{Name: "tally", Made: ByServer, Limit: 10000, Parent: "round_id"})

// Split names the departments that gave an item a dot. The server keeps it to count departments when pains are merged;
// it is shown to nobody, because a department can be one person.
type Split struct {
	RoundID       string   `field:"round_id,of=round"`
	ItemID        string   `field:"item_id,max=40"`
	DepartmentIDs []string `field:"department_ids,max=40,most=12"`
}

var splitKind = define[Split](Kind{Name: "split", Made: ByServer, Reach: ToServer, Limit: 10000, Parent: "round_id"})
