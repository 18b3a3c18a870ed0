package oplog

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/redis/go-redis/v9"

	"muntsaus/boards"
)

// claimTime is how long a code waits for its board. A node that dies in between leaves it no longer than this.
const claimTime = time.Minute

// Claim makes a board with its first snapshot and its join code; ErrTaken when the code or the board is there already, or
// when the board was deleted less than a day ago.
func (r *Redis) Claim(ctx context.Context, card boards.Card, first boards.Snapshot) error {
	err := claimable(ctx, card, first)
	if err == nil {
		err = r.claim(ctx, card, first)
	}
	if err != nil {
		return fmt.Errorf("oplog: claim board %s: %w", card.Board, err)
	}
	return nil
}

// claim takes the code first, for a minute, then makes the board, then keeps the code: two keys in two slots cannot
// change together.
func (r *Redis) claim(ctx context.Context, card boards.Card, first boards.Snapshot) error {
	if err := r.takeCode(ctx, card); err != nil {
		return err
	}
	text, err := json.Marshal(card)
	if err != nil {
		return err
	}
	k := keysOf(card.Board)
	said, err := r.run(ctx, claimScript, []string{k.meta, k.snaps, k.end, k.cards, logKey(card.Board, first.Epoch)},
		card.Board, text, card.JoinCode, first.Epoch, decimal(first.Seq), blob(first.Data))
	if err == nil {
		err = r.reason(ctx, card.Board, first.Epoch, said.word)
	}
	if err != nil {
		if isRefusal(err) {
			return errors.Join(err, r.dropCode(ctx, card.JoinCode, card.Board))
		}
		return err // the code goes by itself
	}
	r.forget(card.Board)
	kept, err := r.do(ctx, sealScript, []string{codeKey(card.JoinCode)}, card.Board).Int()
	if err == nil && kept == 0 {
		err = errors.New("the code went to somebody else meanwhile")
	}
	if err != nil {
		return errors.Join(err, r.remove(ctx, card.Board))
	}
	return nil
}

func (r *Redis) takeCode(ctx context.Context, card boards.Card) error {
	for range 2 {
		took, err := r.client.SetNX(ctx, codeKey(card.JoinCode), card.Board, claimTime).Result()
		if err != nil || took {
			return err
		}
		if left, err := r.leftOver(ctx, card.JoinCode); err != nil || !left {
			return errors.Join(err, boards.ErrTaken)
		}
	}
	return boards.ErrTaken
}

// leftOver removes a code whose board is gone, as an interrupted Delete leaves it.
func (r *Redis) leftOver(ctx context.Context, code string) (bool, error) {
	board, err := r.client.Get(ctx, codeKey(code)).Result()
	if errors.Is(err, redis.Nil) {
		return true, nil
	}
	if err != nil {
		return false, err
	}
	left, err := r.client.TTL(ctx, codeKey(code)).Result()
	if err != nil || left > 0 { // somebody is claiming it
		return false, err
	}
	there, err := r.client.Exists(ctx, keysOf(board).meta).Result()
	if err != nil || there > 0 {
		return false, err
	}
	return true, r.dropCode(ctx, code, board)
}

func (r *Redis) dropCode(ctx context.Context, code, board string) error {
	return r.do(ctx, uncodeScript, []string{codeKey(code)}, board).Err()
}

// Find gives the board a join code opens, or ErrGone.
func (r *Redis) Find(ctx context.Context, code string) (string, error) {
	board, err := r.find(ctx, code)
	if err != nil {
		return "", fmt.Errorf("oplog: find: %w", err)
	}
	return board, nil
}

func (r *Redis) find(ctx context.Context, code string) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	board, err := r.client.Get(ctx, codeKey(code)).Result()
	if err == nil {
		var owns string
		if owns, err = r.client.HGet(ctx, keysOf(board).meta, "code").Result(); err == nil && owns == code {
			return board, nil
		}
	}
	if err == nil || errors.Is(err, redis.Nil) {
		return "", boards.ErrGone
	}
	return "", err
}

// Recode gives a board another join code; ErrTaken when it is in use, ErrGone when there is no such board. The new code is
// taken first and opens nothing until the board itself names it.
func (r *Redis) Recode(ctx context.Context, board, code string) error {
	err := ctx.Err()
	if err == nil {
		err = r.recode(ctx, board, code)
	}
	if err != nil {
		return fmt.Errorf("oplog: recode board %s: %w", board, err)
	}
	return nil
}

func (r *Redis) recode(ctx context.Context, board, code string) error {
	if err := r.takeCode(ctx, boards.Card{Board: board, JoinCode: code}); err != nil {
		return err
	}
	k := keysOf(board)
	said, err := r.run(ctx, recodeScript, []string{k.meta, k.cards}, board, code)
	if err == nil {
		err = r.reason(ctx, board, "", said.word)
	}
	if err != nil {
		return errors.Join(err, r.dropCode(ctx, code, board))
	}
	return errors.Join(r.do(ctx, sealScript, []string{codeKey(code)}, board).Err(), r.dropCode(ctx, said.text(), board))
}

// List gives all cards, oldest first.
func (r *Redis) List(ctx context.Context) ([]boards.Card, error) {
	cards, err := r.cards(ctx)
	if err != nil {
		return nil, fmt.Errorf("oplog: list: %w", err)
	}
	return cards, nil
}

func (r *Redis) cards(ctx context.Context) (cards []boards.Card, err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	answers := make([]*redis.StringSliceCmd, shards)
	_, err = r.client.Pipelined(ctx, func(p redis.Pipeliner) error {
		for shard := range shards {
			answers[shard] = p.HVals(ctx, shardKey(shard, "cards"))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, answer := range answers {
		for _, text := range answer.Val() {
			var card boards.Card
			if err := json.Unmarshal([]byte(text), &card); err != nil {
				return nil, err
			}
			cards = append(cards, card)
		}
	}
	slices.SortFunc(cards, func(a, b boards.Card) int {
		return cmp.Or(cmp.Compare(a.Created, b.Created), cmp.Compare(a.Board, b.Board))
	})
	return cards, nil
}

// Delete removes a board; ErrGone when there is none. Its id cannot be claimed for a day, so that every node sees the end.
// The bytes leave the file of Redis with its next rewrite, which begins at once.
func (r *Redis) Delete(ctx context.Context, board string) error {
	err := ctx.Err()
	if err == nil {
		err = r.remove(ctx, board)
	}
	if err != nil {
		return fmt.Errorf("oplog: delete board %s: %w", board, err)
	}
	return nil
}

func (r *Redis) remove(ctx context.Context, board string) error {
	k := keysOf(board)
	epoch, err := r.client.HGet(ctx, k.meta, "epoch").Result()
	if errors.Is(err, redis.Nil) {
		return r.gone(ctx, board)
	}
	if err != nil {
		return err
	}
	said, err := r.run(ctx, deleteScript, []string{k.meta, k.snaps, k.end, k.cards, logKey(board, epoch)}, board, epoch)
	if err != nil {
		return err
	}
	if err := r.reason(ctx, board, epoch, said.word); err != nil {
		return err
	}
	r.rewrite()
	return r.dropCode(ctx, said.text(), board)
}

// Ready writes something everywhere and answers nil when it was taken.
func (r *Redis) Ready(ctx context.Context) error {
	err := ctx.Err()
	if err == nil {
		err = r.ready(ctx)
	}
	if err != nil {
		return fmt.Errorf("oplog: not ready: %w", err)
	}
	return nil
}

func (r *Redis) ready(ctx context.Context) error {
	if r.cluster { // the slots of every server are needed, and one that is away makes the cluster say so
		return r.everywhere(ctx, func(ctx context.Context, c redis.Cmdable) error { return r.working(ctx, c) })
	}
	return r.pulse(ctx, r.client, 0)
}
