package boards

// Workshop is the one record of kind "board": title, date and the settings of this session.
type Workshop struct {
	Title           string            `field:"title,need,max=80"`
	Language        string            `field:"language,need,enum=nl|en,default=nl"`
	Date            string            `field:"date,need,date"`
	StartsAt        string            `field:"starts_at,time"`
	Minutes         *int              `field:"minutes,min=30,max=600"`
	TimeZone        string            `field:"time_zone,max=40,server"`
	Organisation    string            `field:"organisation,max=80"`
	Place           string            `field:"place,max=80"`
	Purpose         string            `field:"purpose,need,max=200"`
	CustomerWord    map[string]string `field:"customer_word,max=20"`
	Status          string            `field:"status,need,enum=draft|running|paused|closed|archived,default=draft"`
	JoinCode        string            `field:"join_code,max=6,server"`
	Template        string            `field:"template,max=40,server"`
	SeriesID        string            `field:"series_id,max=40,server"` // the first session of the series; absent = it is one itself
	AuthorVisible   bool              `field:"set_author_visible,default=false"`
	SingleVisible   bool              `field:"set_single_person_departments_visible,default=true"`
	MirrorMinN      int               `field:"set_mirror_min_n,min=3,max=20,default=5"`
	DepartmentMinN  int               `field:"set_department_min_n,min=2,max=10,default=3"`
	ActiveFixCap    int               `field:"set_active_fix_cap,min=1,max=20,default=5"`
	DotsMaxPerItem  int               `field:"set_dots_max_per_item,min=1,max=5,default=2"`
	FacilitatorPart bool              `field:"set_facilitator_takes_part,default=false"`
	GuestsVote      bool              `field:"set_guests_vote,default=false"`
	DoorClosed      bool              `field:"door_closed,default=false,server"`
	FilesKept       bool              `field:"set_files_kept"` // the report and the lists are for who leads alone, also once it is closed
	Lobby           bool              `field:"set_lobby,default=false"`
	MapLocked       bool              `field:"map_locked,default=false,server"`
	RetentionDays   *int              `field:"set_retention_days,min=30,max=1825"`
}

var workshopKind = define[Workshop](Kind{Name: "board", Plan: true, Limit: 1})

func init() { workshopKind.rule, workshopKind.follow = workshopRule, lookBacksFollow }

// workshopRule leaves closing the workshop to the facilitator (method.md 4.0).
func workshopRule(c change) (Fields, *Refusal) {
	closes := byOp[opOf{"set", "board.status=" + c.after.Str("status")}]
	if closes == nil || c.before == nil || !c.changed("status") {
		return nil, nil
	}
	return nil, closes.allow(c.board, c.who, false, "status")
}

// isOver says whether the session is closed: what people made in it stays as it is. It is asked for every wish, so it reads one field.
func (b *Board) isOver() bool {
	board := b.one("board")
	return board != nil && (board.Str("status") == "closed" || board.Str("status") == "archived")
}
