package live

import (
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/be"
	"github.com/rickar/cal/v2/nl"
)

// holidays are the public holidays of the countries our workshops are in, by the time zone of the board.
var holidays = map[string]*cal.Calendar{
	"Europe/Amsterdam": calendar(nl.Holidays),
	"Europe/Brussels":  calendar(be.Holidays),
}

func calendar(days []*cal.Holiday) *cal.Calendar {
	c := &cal.Calendar{}
	c.AddHoliday(days...)
	return c
}

// Holiday says whether a day (2006-01-02) is a public holiday where a time zone is; false where we know no holidays.
func Holiday(zone, day string) bool {
	c := holidays[zone]
	at, err := time.Parse(time.DateOnly, day)
	if c == nil || err != nil {
		return false
	}
	actual, observed, _ := c.IsHoliday(at)
	return actual || observed
}
