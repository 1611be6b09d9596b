-- Finds anybody by address each time. Argument: how many people there are.

dofile("report.lua")

local people

function init(arguments)
  people = tonumber(arguments[1])
end

function request()
  return wrk.format(nil, string.format("/api/users?filters[email][$eq]=person-%d@example.org", math.random(people)))
end
