package crowd

import (
	"slices"
	"time"
)

// Delays are how long something took, each time.
type Delays []time.Duration

// At gives the delay that a share of them does not exceed: At(0.5) is the median. 0 when there are none.
func (d Delays) At(share float64) time.Duration {
	if len(d) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(d))
	return sorted[min(int(share*float64(len(sorted))), len(sorted)-1)]
}
