package print

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// tick is the unit of /proc/*/stat; Linux promises a hundred per second to programs.
const tick = 10 * time.Millisecond

// worked gives how long the processes of a browser have computed: on a busy machine that is less than has passed. Every one of them has
// its folder on the command line.
func worked(folder string) (time.Duration, bool) {
	processes, err := filepath.Glob("/proc/[0-9]*/cmdline")
	if err != nil {
		return 0, false
	}
	var all time.Duration
	for _, path := range processes {
		line, err := os.ReadFile(path)
		if err != nil || !bytes.Contains(line, []byte(folder)) {
			continue
		}
		stat, err := os.ReadFile(filepath.Join(filepath.Dir(path), "stat"))
		if err != nil { // it ended in between
			continue
		}
		all += computed(string(stat))
	}
	return all, true
}

// computed reads utime and stime, the fields 14 and 15. The second field is a name in brackets that may hold anything.
func computed(stat string) time.Duration {
	fields := strings.Fields(stat[strings.LastIndexByte(stat, ')')+1:])
	if len(fields) < 13 {
		return 0
	}
	user, _ := strconv.Atoi(fields[11])
	system, _ := strconv.Atoi(fields[12])
	return time.Duration(user+system) * tick
}
