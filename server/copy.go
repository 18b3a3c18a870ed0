package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	"muntsaus/boards"
	"muntsaus/server/live"
	"muntsaus/server/oplog"
)

// copyCommand carries boards with their history from one store to another: a folder or a Redis.
type copyCommand struct {
	From   string   `required:"" help:"Where the boards are: a folder, or the address of a Redis. No server may use them meanwhile." placeholder:"DIR"`
	To     string   `required:"" help:"Where they go: a folder, which is made when it is not there, or the address of a Redis." placeholder:"redis://host:6379"`
	Board  []string `help:"Only the board with this join code or id; without it all of them." placeholder:"CODE"`
	Remove bool     `help:"Delete each board from where it was, once it is proved to be whole where it went."`
}

// keeper is a store that boards are carried between.
type keeper interface {
	store
	// Oldest gives the oldest snapshot that is kept: the board's history can be followed from there.
	Oldest(ctx context.Context, board string) (boards.Snapshot, error)
	Close() error
}

// Run carries every board it can, says of each how it went, and ends with 1 when one did not go.
func (c *copyCommand) Run() error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	if !strings.Contains(c.From, "://") {
		if err := oplog.Holds(c.From); err != nil {
			return fmt.Errorf("no boards in %s: %w", c.From, err)
		}
	}
	from, err := openKeeper(ctx, c.From)
	if err != nil {
		return fmt.Errorf("--from: %w", err)
	}
	defer from.Close()
	to, err := openKeeper(ctx, c.To)
	if err != nil {
		return fmt.Errorf("--to: %w", err)
	}
	return errors.Join(c.all(ctx, from, to), to.Close())
}

func openKeeper(ctx context.Context, place string) (keeper, error) {
	if strings.Contains(place, "://") {
		return oplog.OpenRedis(ctx, place, slog.New(slog.DiscardHandler))
	}
	return oplog.OpenSQLite(ctx, place)
}

func (c *copyCommand) all(ctx context.Context, from, to keeper) error {
	cards, err := from.List(ctx)
	if err == nil {
		cards, err = c.chosen(cards)
	}
	if err != nil {
		return err
	}
	failed := 0
	for _, card := range cards {
		said, err := c.one(ctx, from, to, card)
		if err != nil {
			failed++
			said = "not copied: " + err.Error()
		}
		fmt.Println(card.JoinCode, said)
	}
	if failed > 0 {
		return fmt.Errorf("%d of %d boards are not copied; the same command goes on where it was", failed, len(cards))
	}
	fmt.Printf("%d boards copied, every one read back and equal\n", len(cards))
	return nil
}

// chosen gives the cards that were asked for.
func (c *copyCommand) chosen(cards []boards.Card) (list []boards.Card, err error) {
	if len(c.Board) == 0 {
		return cards, nil
	}
	for _, name := range c.Board {
		code := strings.ToUpper(strings.NewReplacer(" ", "", "-", "").Replace(name))
		at := slices.IndexFunc(cards, func(card boards.Card) bool { return card.Board == name || card.JoinCode == code })
		if at < 0 {
			return nil, fmt.Errorf("there is no board with code or id %s", name)
		}
		list = append(list, cards[at])
	}
	return list, nil
}

// one carries a board and proves it: both sides are opened from what they hold, and must be the same to the last letter.
func (c *copyCommand) one(ctx context.Context, from, to keeper, card boards.Card) (said string, err error) {
	entries, err := carry(ctx, from, to, card)
	if err != nil {
		return "", err
	}
	before, err := sumOf(ctx, from, card.Board)
	if err != nil {
		return "", err
	}
	after, err := sumOf(ctx, to, card.Board)
	if err != nil {
		return "", err
	}
	if before != after {
		return "", errors.New("it was changed meanwhile: stop the servers that use it, and do this again")
	}
	if c.Remove {
		if err := from.Delete(ctx, card.Board); err != nil {
			return "", fmt.Errorf("it is copied, and cannot be removed where it was: %w", err)
		}
	}
	return fmt.Sprintf("copied, %d entries, %s", entries, after[:16]), nil
}

// carry brings a board over: the oldest way back, every entry after it as it was written, and the newest way back. What an earlier
// try brought over stays when it is the same.
func carry(ctx context.Context, from, to keeper, card boards.Card) (entries int, err error) {
	first, err := from.Oldest(ctx, card.Board)
	if err != nil {
		return 0, err
	}
	newest, err := from.Load(ctx, card.Board)
	if err != nil {
		return 0, err
	}
	lines, err := from.Read(ctx, card.Board, first.Epoch, first.Seq)
	if err != nil {
		return 0, err
	}
	first.Epoch = live.Random(16) // another lineage: screens that saw the other place start over, and never mix two
	there := 0
	switch err := to.Claim(ctx, card, first); {
	case errors.Is(err, boards.ErrTaken):
		if first.Epoch, there, err = resume(ctx, to, card, first, lines); err != nil {
			return 0, err
		}
	case err != nil:
		return 0, err
	}
	for _, line := range lines[there:] {
		if err := to.Append(ctx, card.Board, first.Epoch, line.Seq-1, line.Data); err != nil {
			return 0, err
		}
	}
	if newest.Seq > first.Seq {
		newest.Epoch = first.Epoch
		err = to.Save(ctx, card.Board, newest, false)
	}
	return len(lines), err
}

// resume looks at what is there under the same name, and gives how many of the entries an earlier try brought.
func resume(ctx context.Context, to keeper, card boards.Card, first boards.Snapshot, lines []boards.LogLine) (string, int, error) {
	other := errors.New("another board is there under this id or join code, or this one was worked on there: delete that one first")
	began, err := to.Oldest(ctx, card.Board)
	if errors.Is(err, boards.ErrGone) {
		return "", 0, errors.New("its join code is in use there, or it was deleted there less than a day ago")
	}
	if err != nil {
		return "", 0, err
	}
	have, err := to.Read(ctx, card.Board, began.Epoch, began.Seq)
	if err != nil {
		return "", 0, err
	}
	same := began.Seq == first.Seq && bytes.Equal(began.Data, first.Data) && len(have) <= len(lines) &&
		slices.EqualFunc(have, lines[:len(have)], func(a, b boards.LogLine) bool { return a.Seq == b.Seq && bytes.Equal(a.Data, b.Data) })
	if !same {
		return "", 0, other
	}
	return began.Epoch, len(have), nil
}

// sumOf opens a board as a server would and gives the hash of all there is to know of it. The lineage is of the store.
func sumOf(ctx context.Context, from boards.Log, board string) (string, error) {
	b, err := replayBoard(ctx, from, board)
	if err != nil {
		return "", err
	}
	b.Epoch = ""
	return fmt.Sprintf("%x", sha256.Sum256(b.Snapshot().Data)), nil
}
