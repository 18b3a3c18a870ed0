-- Compare and append, all or nothing. KEYS: meta, log. ARGV: epoch, after, next, data, node, eager (1 or 0), fence, before, mark,
-- copied (1 or 0). Who lost the race is told what came first, so that it need not ask.
-- Numbers stay text: a Lua number counts exactly only to 2^53.
local epoch, after, next_seq, data, node, eager = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6] == '1'
local fence, before, mark, copied = ARGV[7], ARGV[8], ARGV[9], ARGV[10] == '1'
local m = redis.call('HMGET', KEYS[1], 'epoch', 'last', 'fence', 'mark', 'turn', 'until', 'made', 'floor')
if not m[1] then return {'gone'} end
if m[1] ~= epoch then return {'epoch'} end
if m[2] == next_seq and m[4] == mark then return {'ok'} end -- this very attempt, sent twice by the client
if m[3] ~= fence then return {'fence', m[3]} end

local function now()
  local t = redis.call('TIME')
  return t[1] * 1000 + math.floor(t[2] / 1000)
end

-- An eager node that loses gets the next turn to itself for a moment, or a slow one would never get through.
local turn = m[5] or ''
local held = turn ~= '' and turn ~= node and tonumber(m[6]) > now()
if m[2] ~= after then
  if eager and not held then
    redis.call('HSET', KEYS[1], 'turn', node, 'until', string.format('%.0f', now() + 100))
  elseif copied then
    redis.call('HSET', KEYS[1], 'told', node) -- with a write of its own the caller can wait for the replicas
  end
  local said = {'conflict', m[2], m[8], m[4]}
  for _, entry in ipairs(redis.call('XRANGE', KEYS[2], '(0-' .. after, '+', 'COUNT', 128)) do
    said[#said + 1] = entry[1]
    for i = 2, 6, 2 do said[#said + 1] = entry[2][i] or '' end -- what XADD below wrote: d, n, p
  end
  return said
end
if held then return {'turn'} end
if before ~= '' and m[4] ~= before then return {'mixed'} end

local id
if m[7] == '1' then
  id = redis.pcall('XADD', KEYS[2], 'NOMKSTREAM', '0-' .. next_seq, 'd', data, 'n', mark, 'p', m[4])
else
  id = redis.pcall('XADD', KEYS[2], '0-' .. next_seq, 'd', data, 'n', mark, 'p', m[4])
end
if not id then return {'lost'} end
if type(id) == 'table' and id.err then return id end
redis.call('HSET', KEYS[1], 'last', next_seq, 'mark', mark, 'made', '1', 'turn', '')
return {'ok'}
