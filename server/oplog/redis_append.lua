-- Compare and append, all or nothing. KEYS: meta, log. ARGV: epoch, after, next, data, node, losses, fence, before, mark.
-- Numbers stay text: a Lua number counts exactly only to 2^53.
local epoch, after, next_seq, data, node, losses = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], tonumber(ARGV[6])
local fence, before, mark = ARGV[7], ARGV[8], ARGV[9]
local m = redis.call('HMGET', KEYS[1], 'epoch', 'last', 'fence', 'mark', 'turn', 'until', 'made')
if not m[1] then return {'gone'} end
if m[1] ~= epoch then return {'epoch'} end
if m[2] == next_seq and m[4] == mark then return {'ok'} end -- this very attempt, sent twice by the client
if m[3] ~= fence then return {'fence', m[3]} end

local function now()
  local t = redis.call('TIME')
  return t[1] * 1000 + math.floor(t[2] / 1000)
end

-- A node that lost twice gets the next turn to itself for a moment, or a slow one would never get through.
local turn = m[5] or ''
local held = turn ~= '' and turn ~= node and tonumber(m[6]) > now()
if m[2] ~= after then
  if losses >= 2 and not held then
    redis.call('HSET', KEYS[1], 'turn', node, 'until', string.format('%.0f', now() + 100))
  end
  return {'conflict'}
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
