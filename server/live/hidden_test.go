package live

import (
	"fmt"
	"testing"
)

// T4: a page that says nobody looks at it does not keep its person present, however long its phone answers pings.
func TestT4AHiddenPageIsAway(t *testing.T) {
	rooms, _, seat := home(t, nil)
	wall := seat
	wall.Person = ""
	screen, _ := comeIn(t, rooms, wall, "page-of-the-wall")
	phone, room := comeIn(t, rooms, seat, "page-of-the-phone")
	online := func(yes bool) string { return fmt.Sprintf(`"personId":%q,"online":%v`, seat.Person, yes) }
	frame(t, screen, online(true))
	room.Hide(phone, true)
	frame(t, screen, online(false))
	room.Here(phone, "", "", true) // what a hidden page says of a place changes nothing
	laptop, _ := comeIn(t, rooms, seat, "page-of-the-laptop")
	frame(t, screen, online(true))
	room.Hide(phone, false)
	room.Leave(laptop)
	room.Hide(phone, true)
	frame(t, screen, online(false))
	room.Leave(phone) // it was counted out already
	again, _ := comeIn(t, rooms, seat, "page-again")
	frame(t, screen, online(true))
	room.Hide(screen, true) // a projector is nobody
	room.Leave(again)
	frame(t, screen, online(false))
}
