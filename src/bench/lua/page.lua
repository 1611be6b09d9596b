-- One of the first pages of the list of users, by turns. Argument: how many pages.

dofile("report.lua")

local pages
local turn = 0

function init(arguments)
  pages = tonumber(arguments[1])
end

function request()
  turn = turn % pages + 1
  return wrk.format(nil, string.format("/api/users?pagination[page]=%d&pagination[pageSize]=25", turn))
end
