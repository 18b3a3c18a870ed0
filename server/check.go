package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"muntsaus/boards"
	"muntsaus/server/oplog"
)

// Run reads everything and says what does not fit together: first the file, then every board, as a server would open it. Boards
// in Redis may be in use meanwhile.
func (c *check) Run() error {
	err := c.look()
	if err == nil {
		fmt.Println("all boards are well")
	}
	return err
}

func (c *check) look() error {
	if c.Redis == "" {
		return withLog(c.Data, func(ctx context.Context, log *oplog.SQLite) error {
			return errors.Join(log.Check(ctx), replayAll(ctx, log))
		})
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	log, err := oplog.OpenRedis(ctx, c.Redis, slog.New(slog.DiscardHandler))
	if err != nil {
		return err
	}
	return errors.Join(replayAll(ctx, log), log.Close())
}

func replayAll(ctx context.Context, log store) error {
	cards, err := log.List(ctx)
	for _, card := range cards {
		fault := replay(ctx, log, card.Board)
		if errors.Is(fault, boards.ErrForgotten) || errors.Is(fault, boards.ErrEpoch) { // a newer snapshot came in between
			fault = replay(ctx, log, card.Board)
		}
		if fault != nil && !errors.Is(fault, boards.ErrGone) { // deleted in between
			err = errors.Join(err, fmt.Errorf("board %s: %w", card.Board, fault))
		}
	}
	return err
}

// replay opens a board from its newest snapshot, takes every entry after it, and follows the chain through the entries before it
// as far as they are kept.
func replay(ctx context.Context, log boards.Log, board string) error {
	_, err := replayBoard(ctx, log, board)
	return err
}

// replayBoard gives the board that replay comes to.
func replayBoard(ctx context.Context, log boards.Log, board string) (*boards.Board, error) {
	snapshot, err := log.Load(ctx, board)
	if err != nil {
		return nil, err
	}
	b, err := boards.Open(snapshot)
	if err != nil {
		return nil, err
	}
	lines, err := log.Read(ctx, board, snapshot.Epoch, 0)
	if errors.Is(err, boards.ErrForgotten) {
		lines, err = log.Read(ctx, board, snapshot.Epoch, snapshot.Seq)
	}
	if err != nil {
		return nil, err
	}
	return b, follow(b, lines)
}

func follow(b *boards.Board, lines []boards.LogLine) error {
	opened, prev := b.Seq, ""
	for _, line := range lines {
		if line.Seq > opened {
			if _, err := b.Take(line); err != nil {
				return err
			}
			continue
		}
		e, err := boards.DecodeEntry(line.Data)
		if err != nil {
			return fmt.Errorf("entry %d: %w", line.Seq, err)
		}
		if prev != "" && e.Prev != prev {
			return fmt.Errorf("%w: entry %d does not follow the one before", boards.ErrBroken, line.Seq)
		}
		if prev = boards.Chain(line.Data); line.Seq == opened && prev != b.Chain {
			return fmt.Errorf("%w: the snapshot does not follow entry %d", boards.ErrBroken, line.Seq)
		}
	}
	return nil
}
