package boards

import (
	"slices"
	"time"
)

// lookBackWeeks are the weeks after the workshop at which its fixes are looked back on (method.md 2.14).
var lookBackWeeks = []int{2, 6, 12}

// lookBacks gives the days on which fixes are looked back on, counted from the workshop's own date (2006-01-02), each moved on to the
// next working day; nil when the date is none. They are a proposal: every one of them can be moved.
func lookBacks(from, zone string, now Moment) []string {
	day, err := time.Parse(time.DateOnly, from)
	if err != nil {
		return nil
	}
	var dates []string
	for _, weeks := range lookBackWeeks {
		dates = append(dates, workingDay(day.AddDate(0, 0, 7*weeks), zone, now))
	}
	return dates
}

// workingDay gives this day or the first one behind it that is no weekend and no public holiday of the time zone's country.
func workingDay(day time.Time, zone string, now Moment) string {
	off := func(day time.Time) bool {
		weekend := day.Weekday() == time.Saturday || day.Weekday() == time.Sunday
		return weekend || now.Holiday != nil && now.Holiday(zone, day.Format(time.DateOnly))
	}
	for range 14 { // no country has a fortnight of holidays; a calendar that says so is not believed
		if !off(day) {
			break
		}
		day = day.AddDate(0, 0, 1)
	}
	return day.Format(time.DateOnly)
}

// lookBacksFollow moves the days of every fix along with the workshop's date, where nobody chose others.
func lookBacksFollow(c change) []Effect {
	if c.before == nil || !c.changed("date") {
		return nil
	}
	zone := c.after.Str("time_zone")
	was, become := lookBacks(c.before.Str("date"), zone, c.now), lookBacks(c.after.Str("date"), zone, c.now)
	var effects []Effect
	for _, fix := range c.board.All("fix") {
		if become != nil && slices.Equal(fix.List("check_dates"), was) {
			effects = append(effects, Effect{E: "set", ID: fix.ID, Fields: Fields{"check_dates": become}, To: fix.To})
		}
	}
	return effects
}
