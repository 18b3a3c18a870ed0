package oplog

import (
	_ "embed" // the scripts
	"fmt"
	"hash/crc32"
	"net/url"
	"strconv"
	"strings"

	"github.com/redis/go-redis/v9"
)

//go:embed redis_append.lua
var appendLua string

//go:embed redis_save.lua
var saveLua string

//go:embed redis_claim.lua
var claimLua string

//go:embed redis_delete.lua
var deleteLua string

//go:embed redis_recode.lua
var recodeLua string

//go:embed redis_fence.lua
var fenceLua string

//go:embed redis_break.lua
var breakLua string

// A script is sent whole when Redis does not know it, as after a restart; nothing of it ran then.
var (
	appendScript = redis.NewScript(appendLua)
	saveScript   = redis.NewScript(saveLua)
	claimScript  = redis.NewScript(claimLua)
	deleteScript = redis.NewScript(deleteLua)
	recodeScript = redis.NewScript(recodeLua)
	fenceScript  = redis.NewScript(fenceLua)
	breakScript  = redis.NewScript(breakLua)
	uncodeScript = redis.NewScript(`if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`)
	sealScript   = redis.NewScript(`if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PERSIST', KEYS[1]) end return 0`)
)

// shards is how many slots the boards are spread over. It is part of every key and never changes.
const shards = 64

func shardOf(board string) int { return int(crc32.ChecksumIEEE([]byte(board)) % shards) }

func shardKey(shard int, name string) string { return fmt.Sprintf("{s%d}ms:%s", shard, name) }

// keys are the places of one board. They share a slot, so that one script may touch them all.
type keys struct{ meta, snaps, end, cards string }

func keysOf(board string) keys {
	shard, name := shardOf(board), url.QueryEscape(board)
	return keys{
		meta: shardKey(shard, "board:"+name), snaps: shardKey(shard, "snap:"+name),
		end: shardKey(shard, "end:"+name), cards: shardKey(shard, "cards"),
	}
}

func logKey(board, epoch string) string {
	return shardKey(shardOf(board), "log:"+url.QueryEscape(board)+":"+url.QueryEscape(epoch))
}

func codeKey(code string) string { return "ms:code:" + url.QueryEscape(code) }

func decimal(n uint64) string { return strconv.FormatUint(n, 10) }

// seqOf gives the number of an entry id, which looks like 0-17.
func seqOf(id string) (uint64, error) {
	text, ours := strings.CutPrefix(id, "0-")
	if !ours {
		return 0, fmt.Errorf("an entry has the id %s", id)
	}
	return strconv.ParseUint(text, 10, 64)
}

// full knows the answers with which Redis refuses before anything ran.
func full(err error) bool {
	return redis.HasErrorPrefix(err, "OOM") || redis.HasErrorPrefix(err, "MISCONF") && strings.Contains(err.Error(), "No space left")
}
