package oplog

// Two kinds of disk on which boards are gone sooner than people think.
const (
	InMemory    = "memory"    // until the machine stops
	InContainer = "container" // until the container is made anew
)
