package live

import (
	"context"

	"muntsaus/boards"
)

// Look asks a board something and gives the answer. Nothing of the caller is touched by the room's goroutine: who gives up waiting may
// go on to something else.
func Look[T any](ctx context.Context, rooms *Rooms, id string, ask func(*boards.Board) T) (T, error) {
	answer := make(chan T, 3) // the room may close and the question be asked anew
	if err := rooms.View(ctx, id, func(b *boards.Board) { answer <- ask(b) }); err != nil {
		var nothing T
		return nothing, err
	}
	return <-answer, nil
}
