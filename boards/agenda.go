package boards

// AgendaItem is one activity of the workshop with its minutes.
type AgendaItem struct {
	Activity      string `field:"activity,need,enum"`
	Title         string `field:"title,need,max=60"`
	Minutes       int    `field:"minutes,need,min=1,max=180"`
	ProjectorView string `field:"projector_view,need,enum"`
	State         string `field:"state,need,enum=planned|running|done|skipped,default=planned,server"`
	StartedAt     string `field:"started_at,time,server"`
	ActualMinutes *int   `field:"actual_minutes,min=0,max=1440,server"`
}

var agendaItemKind = define[AgendaItem](Kind{Name: "agenda_item", Plan: true, Limit: 60, Ordered: true,
	Options: map[string][]string{"activity": activityNames, "projector_view": views}})

// Timer is the workshop clock as data. Whether it is over follows from the clock and is never written (ruling 5).
type Timer struct {
	State        string `field:"state,enum=idle|running|paused,default=idle"`
	EndsAt       string `field:"ends_at,time"`
	RemainingMs  *int   `field:"remaining_ms,min=0,max=86400000"`
	AddedMinutes int    `field:"added_minutes,min=-600,max=600,default=0"`
	StageEndsAt  string `field:"stage_ends_at,time"` // of the stage of a writing round
	StageLeftMs  *int   `field:"stage_left_ms,min=0,max=86400000"`
}

var timerKind = define[Timer](Kind{Name: "timer", Made: ByServer, Limit: 1})

// ProjectorState is what the screen in the room shows.
type ProjectorState struct {
	View            string `field:"view,enum,default=lobby"`
	ObjectRef       string `field:"object_ref,max=60"`
	SpotlightStepID string `field:"spotlight_step_id,of=step"`
	ShowJoinCode    bool   `field:"show_join_code,default=true"`
	RevealedRoundID string `field:"revealed_round_id,of=round"`
	Blank           bool   `field:"blank,default=false"`
	SpeakerID       string `field:"speaker_id,of=person,person"` // who has the floor; absent = nobody was given it
	Page            *int   `field:"page,min=1,max=100"`          // held there; absent = pages turn by themselves
}

var projectorKind = define[ProjectorState](Kind{Name: "projector_state", Made: ByServer, Limit: 1,
	Options: map[string][]string{"view": views}})
