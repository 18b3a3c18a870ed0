package live

import "time"

// alarm is a timer that may never have been set.
type alarm struct {
	timer *time.Timer
	set   bool
}

// C gives the channel to wait on; whoever receives from it calls rang through in or off.
func (a *alarm) C() <-chan time.Time {
	if a.timer == nil {
		return nil
	}
	return a.timer.C
}

// in sets the alarm, also when it was set for another time.
func (a *alarm) in(d time.Duration) {
	a.set = true
	if a.timer == nil {
		a.timer = time.NewTimer(d)
		return
	}
	a.timer.Reset(d)
}

// off stops the alarm, and must be called when it rang.
func (a *alarm) off() {
	a.set = false
	if a.timer != nil {
		a.timer.Stop()
	}
}
