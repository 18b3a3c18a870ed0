-- Whatever was sent before with the old fence is refused from now on. KEYS: meta. ARGV: epoch.
local epoch = redis.call('HGET', KEYS[1], 'epoch')
if not epoch then return {'gone'} end
if epoch ~= ARGV[1] then return {'epoch'} end
return {'ok', tostring(redis.call('HINCRBY', KEYS[1], 'fence', 1))}
