// Package clocktest holds promises about time against machines that do other things too. A promise like "within a second" is one about
// a machine that has nothing else to do: with two other programs at every core the same work takes three times as long, and nobody
// broke it. So what took too long by the clock is asked once more: how much longer than its work does anything take here, now?
package clocktest

import "time"

// Patience is how long a test waits for what must come: it ends a test that hangs, and is no promise. A PDF that a quiet machine makes in
// a second took more than a minute beside the race detector and a linter.
const Patience = 5 * time.Minute

// Over says whether something took longer than it may on a machine that does nothing else.
func Over(took, may time.Duration) bool {
	return took > may && took > time.Duration(float64(may)*crowding())
}

// crowding is what a piece of work takes by the clock, over what the processor spent on it: 1 where nobody else wants the processor.
func crowding() float64 {
	const work = 30 * time.Millisecond
	from := time.Now()
	spent := burn(work)
	return max(1, float64(time.Since(from))/float64(spent))
}
