package boards

// Round is a hidden collection: everybody answers unseen, one reveal shows all at once.
type Round struct {
	Collect             string   `field:"collect,enum=rating|ownership_claim|leading_vote|vote|writing|prediction|poll|estimate"`
	ObjectType          string   `field:"object_type,enum=pain|fix"`
	Number              int      `field:"number,min=1,max=1000"`
	Stage               string   `field:"stage,enum=alone|pair|four|all"`
	State               string   `field:"state,enum=open|revealed|cancelled"`
	ItemIDs             []string `field:"item_ids,max=40,most=100"`
	StepIDs             []string `field:"step_ids,of=step,most=60"`
	Dots                int      `field:"dots,min=1,max=12"`
	MaxPerItem          int      `field:"max_per_item,min=1,max=5"`
	Anonymous           bool     `field:"anonymous,default=true"`
	Electorate          []string `field:"electorate,max=40,most=1000"`
	Voters              *int     `field:"voters,min=0,max=2000"`
	Hands               *int     `field:"hands,min=0,max=1000"` // so many of the voters raised their hand; absent = none
	OneVoterDepartments *int     `field:"one_voter_departments,min=0,max=12"`
}

var roundKind = define[Round](Kind{Name: "round", Made: ByServer, Limit: 1000})

// Ready says that one person is done with a round. Only the number of them is ever told.
type Ready struct {
	RoundID string `field:"round_id,of=round"`
}

var readyKind = define[Ready](Kind{Name: "ready", Made: ByServer, Reach: ToPages, Limit: 10000, Parent: "round_id"})
