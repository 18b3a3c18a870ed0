-- Keep a snapshot if it is newer. KEYS: meta, log, snapshots. ARGV: epoch, seq, data, forget (1 or 0), mark of the
-- entry the snapshot ends with, as its node saw it, or nothing.
local epoch, seq, data, forget = ARGV[1], ARGV[2], ARGV[3], ARGV[4] == '1'

local function more(a, b) -- decimal texts without leading zeros
  if #a ~= #b then return #a > #b end
  return a > b
end

local m = redis.call('HMGET', KEYS[1], 'epoch', 'last', 'floor', 'snap', 'prev')
if not m[1] then return {'gone'} end
if m[1] ~= epoch then return {'epoch'} end
local last, floor, snap, prev = m[2], m[3], m[4], m[5]
if more(seq, last) then return {'conflict'} end
if ARGV[5] ~= '' and more(seq, snap) then -- a board that holds lost entries must not become the way back
  local at = redis.call('XRANGE', KEYS[2], '0-' .. seq, '0-' .. seq)[1]
  if at then
    for i = 1, #at[2], 2 do
      if at[2][i] == 'n' and at[2][i + 1] ~= ARGV[5] then return {'mixed'} end
    end
  end
end
local target = prev
if more(seq, snap) then
  redis.call('HSET', KEYS[3], seq, data)
  target, prev, snap = snap, snap, seq -- the previous snapshot is the second way back, what is behind it no way at all
end
if forget then
  prev = snap
  if more(seq, target) then target = seq end
end
for _, kept in ipairs(redis.call('HKEYS', KEYS[3])) do
  if kept ~= snap and kept ~= prev then redis.call('HDEL', KEYS[3], kept) end
end
if more(target, floor) then floor = target end
redis.call('HSET', KEYS[1], 'floor', floor, 'snap', snap, 'prev', prev)
if not forget then
  redis.call('XTRIM', KEYS[2], 'MINID', '=', '0-' .. floor)
  return {'ok'}
end
-- XTRIM only marks entries within a block as deleted: their bytes would stay, also in a rewritten file. So the stream is
-- made anew from what is kept.
local kept = redis.call('XRANGE', KEYS[2], '(0-' .. floor, '+')
redis.call('DEL', KEYS[2])
for _, entry in ipairs(kept) do redis.call('XADD', KEYS[2], entry[1], unpack(entry[2])) end
redis.call('HSET', KEYS[1], 'made', #kept > 0 and '1' or '0')
return {'ok'}
