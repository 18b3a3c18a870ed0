package oplog

import (
	"context"
	"errors"
	"fmt"

	"muntsaus/boards"
)

// reason turns the word of a script into an error.
func (r *Redis) reason(ctx context.Context, board, epoch, word string) error {
	switch word {
	case "ok":
		return nil
	case "conflict", "turn", "fence":
		return boards.ErrConflict
	case "epoch":
		return boards.ErrEpoch
	case "taken":
		return boards.ErrTaken
	case "gone":
		return r.gone(ctx, board)
	case "mixed":
		return r.broken(ctx, board, epoch, "its last entry is not the one this node saw: Redis lost entries and others took their numbers")
	case "lost":
		return r.alarm(board, "its entries are gone while the rest is there")
	}
	return fmt.Errorf("redis said %q", word)
}

// gone tells a board that was deleted or never was from one that Redis lost while people were at it.
func (r *Redis) gone(ctx context.Context, board string) error {
	var followed bool
	r.with(board, func(p *standing) { followed = p.followers > 0 })
	if !followed {
		r.forget(board)
		return boards.ErrGone
	}
	deleted, err := r.client.Exists(ctx, keysOf(board).end).Result()
	switch {
	case err != nil:
		return err
	case deleted == 0:
		return r.alarm(board, "it is not there any more and nobody deleted it")
	}
	return boards.ErrGone
}

// forget starts anew with what is known of a board nobody follows here.
func (r *Redis) forget(board string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if p := r.places[board]; p != nil && p.followers == 0 {
		delete(r.places, board)
	}
}

// alarm is for what Redis must never do. The room stops; people come back to what is there now.
func (r *Redis) alarm(board, what string) error {
	r.alarms.Add(1)
	r.log.Error("alarm: Redis lost something of a board", "board", board, "what", what)
	return fmt.Errorf("redis lost something of the board: %s", what)
}

// broken is an alarm about a log that goes on without something this node has seen, as after a failover or when an older
// copy came back. What is there now becomes a lineage of its own: whoever saw the other one starts over, on every node and
// every screen, and nothing is mixed.
func (r *Redis) broken(ctx context.Context, board, epoch, what string) error {
	err := r.alarm(board, what)
	next := newNode()
	said, failed := r.run(ctx, breakScript, []string{keysOf(board).meta, logKey(board, epoch), logKey(board, next)}, epoch, next)
	if failed != nil {
		return errors.Join(err, failed) // this node still knows, and says so again
	}
	r.with(board, func(p *standing) { p.seq, p.mark = 0, "" })
	r.log.Warn("a board goes on as another lineage", "board", board, "answer", said.word)
	return err
}
