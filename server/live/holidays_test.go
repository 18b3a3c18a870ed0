package live

import "testing"

func TestHolidaysOfTheCountryOfTheBoard(t *testing.T) {
	for _, c := range []struct {
		zone, day string
		want      bool
	}{
		{"Europe/Amsterdam", "2027-04-27", true}, // Koningsdag
		{"Europe/Brussels", "2027-04-27", false},
		{"Europe/Brussels", "2027-07-21", true}, // Nationale feestdag
		{"Europe/Amsterdam", "2027-07-21", false},
		{"Europe/Amsterdam", "2026-12-25", true},
		{"Europe/Amsterdam", "2026-12-24", false},
		{"Asia/Tokyo", "2026-12-25", false},
		{"Europe/Amsterdam", "someday", false},
	} {
		if got := Holiday(c.zone, c.day); got != c.want {
			t.Errorf("%s %s: %v", c.zone, c.day, got)
		}
	}
}
