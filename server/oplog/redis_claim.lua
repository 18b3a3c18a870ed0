-- Make a board. KEYS: meta, snapshots, end, cards, log. ARGV: board, card, code, epoch, seq, data.
local m = redis.call('HMGET', KEYS[1], 'epoch', 'code', 'last')
if m[1] == ARGV[4] and m[2] == ARGV[3] and m[3] == ARGV[5] then return {'ok'} end -- sent twice by the client
if redis.call('EXISTS', KEYS[1], KEYS[3]) > 0 then return {'taken'} end
redis.call('DEL', KEYS[2], KEYS[5])
redis.call('HSET', KEYS[1], 'epoch', ARGV[4], 'last', ARGV[5], 'floor', ARGV[5], 'snap', ARGV[5], 'prev', ARGV[5],
  'fence', '0', 'mark', '', 'made', '0', 'turn', '', 'code', ARGV[3])
redis.call('HSET', KEYS[2], ARGV[5], ARGV[6])
redis.call('HSET', KEYS[4], ARGV[1], ARGV[2])
return {'ok'}
