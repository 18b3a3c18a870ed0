-- Remove a board and leave two marks for a day: one that keeps the id from coming back, and one in the log's stream that
-- wakes whoever follows it. KEYS: meta, snapshots, end, cards, log. ARGV: board, epoch.
local m = redis.call('HMGET', KEYS[1], 'epoch', 'code')
if not m[1] then return {'gone'} end
if m[1] ~= ARGV[2] then return {'epoch'} end
redis.call('DEL', KEYS[1], KEYS[2], KEYS[5])
redis.call('HDEL', KEYS[4], ARGV[1])
redis.call('SET', KEYS[3], '1', 'EX', 86400)
redis.call('XADD', KEYS[5], '1-0', 'end', '1')
redis.call('EXPIRE', KEYS[5], 86400)
return {'ok', m[2]}
