package boards

// Department is a team, also of a partner organisation. Stage says where it stands: in the customer's sight or behind.
type Department struct {
	Name       string `field:"name,need,max=40"`
	Stage      string `field:"stage,need,enum=front|back|support|partner,default=front"`
	Code       string `field:"code,need,max=3"`
	Pattern    int    `field:"pattern,min=0,max=11"`
	MeasuredOn string `field:"measured_on,max=120"`
}

var departmentKind = define[Department](Kind{Name: "department", Plan: true, Firm: true, Limit: 12, Ordered: true})

func init() { departmentKind.rule, personKind.rule = departmentRule, personRule }

// Person is somebody at this board. Who sits behind a screen comes from the seat, never from a message (B6).
type Person struct {
	Name         string `field:"name,need,max=40"`
	DepartmentID string `field:"department_id,of=department"`
	Role         string `field:"role,need,enum=facilitator|co_facilitator|participant|observer|guest,server"`
	ContactDays  *int   `field:"contact_days,min=0,max=5"`
	Present      bool   `field:"present,default=true"`
	Remote       bool   `field:"remote"` // takes part from somewhere else than the room
	JoinedAt     string `field:"joined_at,time,server"`
}

var personKind = define[Person](Kind{Name: "person", Limit: 1000})

// Key opens a board: hashed, seen by the server alone. A token is "<boardId>.<secret>"; Hash is SHA-256 of the token in hex. From is the
// key it was made with, Origin the link of the board that was the first of them.
type Key struct {
	Hash     string `field:"hash,max=64"`
	Use      string `field:"use,enum=facilitator|co_facilitator|projector|seat|personal|owner|summary"`
	Role     string `field:"role,enum=facilitator|co_facilitator|participant|observer|guest|screen|owner|reader"`
	PersonID string `field:"person_id,of=person"`
	From     string `field:"from,max=40"`
	Origin   string `field:"origin,enum=facilitator|co_facilitator|projector|owner|summary"`
	Name     string `field:"name,max=40,person"` // of an owner of fixes; their link ends when it leaves
}

// Parent is the person: who is removed loses their keys in the same entry.
var keyKind = define[Key](Kind{Name: "key", Made: ByServer, Reach: ToServer, Limit: 5000, Parent: "person_id"})

// departmentRule keeps codes unique, because colour and code are how a department is recognised in grey print.
func departmentRule(c change) (Fields, *Refusal) {
	code := c.after.Str("code")
	if code == "" || !c.changed("code") {
		return nil, nil
	}
	for _, other := range c.board.All("department") {
		if other.ID != c.after.ID && other.Str("code") == code {
			return nil, refuse("bad_value", "code")
		}
	}
	return nil, nil
}
