package oplog

import (
	"fmt"
	"testing"
	"time"

	"muntsaus/server/oplog/redistest"
)

// shout sends until it is heard, as rooms do with their pulse.
func shout(t *testing.T, from *Redis, board string, heard chan string) {
	t.Helper()
	text := fmt.Sprint(board, time.Now().UnixNano())
	await(t, "a message about "+board, func() bool {
		from.Send(board, []byte(text))
		for {
			select {
			case got := <-heard:
				if got == text {
					return true
				}
			case <-time.After(20 * time.Millisecond):
				return false
			}
		}
	})
}

func hear(r *Redis, board string) (heard chan string, stop func()) {
	heard = make(chan string, 1000)
	return heard, r.Listen(board, func(message []byte) {
		select {
		case heard <- string(message):
		default:
		}
	})
}

func TestMessagesCrossNodes(t *testing.T) {
	t.Parallel()
	for name, start := range arrangements {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			redis := start(t)
			a, b := openRedis(t, redis.URL()), openRedis(t, redis.URL())
			const many = 8
			var heard [many]chan string
			var stop [many]func()
			for i := range many {
				heard[i], stop[i] = hear(b, fmt.Sprint("b", i))
			}
			for i := range many {
				shout(t, a, fmt.Sprint("b", i), heard[i])
			}
			stop[0]()
			if cluster, ok := redis.(*redistest.Cluster); ok { // its slot moves to another server
				slot, err := a.client.ClusterKeySlot(t.Context(), wireChannel("b1")).Result()
				must(t, err)
				cluster.Move(int(slot), func() {})
				shout(t, a, "b1", heard[1])
			}
			redis.Kill()
			a.Send("b1", []byte("into the void")) // nobody waits
			redis.Start()
			for i := 1; i < many; i++ {
				shout(t, a, fmt.Sprint("b", i), heard[i])
			}
			for len(heard[0]) > 0 {
				<-heard[0]
			}
			a.Send("b0", []byte("to nobody"))
			shout(t, a, "b1", heard[1])
			if len(heard[0]) > 0 {
				t.Error("somebody heard after he stopped")
			}
		})
	}
}
