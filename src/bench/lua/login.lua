-- Logs people in by turns. Arguments: how many there are, and the password they share.

dofile("report.lua")

local bodies = {}
local turn = 0

wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"

function init(arguments)
  for number = 1, tonumber(arguments[1]) do
    bodies[number] = wrk.format(nil, nil, nil,
      string.format('{"identifier":"person-%d","password":"%s"}', number, arguments[2]))
  end
end

function request()
  turn = turn % #bodies + 1
  return bodies[turn]
end

function response(status)
  if status == 503 then
    busy = busy + 1
  end
end
