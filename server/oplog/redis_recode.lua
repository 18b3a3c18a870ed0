-- Let a board name another join code, and say which one it had. KEYS: meta, cards. ARGV: board, code.
-- The number stays text: Lua would write it as 1.7e+12.
local old = redis.call('HGET', KEYS[1], 'code')
if not old then return {'gone'} end
local made = string.match(redis.call('HGET', KEYS[2], ARGV[1]), '"created":(-?%d+)')
redis.call('HSET', KEYS[1], 'code', ARGV[2])
redis.call('HSET', KEYS[2], ARGV[1], '{"board":' .. cjson.encode(ARGV[1]) .. ',"joinCode":' .. cjson.encode(ARGV[2]) .. ',"created":' .. made .. '}')
return {'ok', old}
