-- What is left of a log that lost entries goes on as another lineage, once: the first node that notices makes it. KEYS: meta,
-- log, log of the new lineage. ARGV: epoch, new epoch.
local epoch = redis.call('HGET', KEYS[1], 'epoch')
if not epoch then return {'gone'} end
if epoch ~= ARGV[1] then return {'epoch'} end
redis.call('HSET', KEYS[1], 'epoch', ARGV[2])
redis.call('HINCRBY', KEYS[1], 'fence', 1)
if redis.call('EXISTS', KEYS[2]) == 1 then redis.call('RENAME', KEYS[2], KEYS[3]) end
redis.call('XADD', KEYS[2], '1-0', 'end', '1') -- wakes whoever follows the lineage that ended
redis.call('EXPIRE', KEYS[2], 86400)
return {'ok'}
