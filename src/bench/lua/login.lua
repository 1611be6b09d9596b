-- Logs in anybody each time. Arguments: how many people there are, and the password they share.

dofile("report.lua")

local people, password

wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"

function init(arguments)
  people, password = tonumber(arguments[1]), arguments[2]
end

function request()
  return wrk.format(nil, nil, nil,
    string.format('{"identifier":"person-%d","password":"%s"}', math.random(people), password))
end

function response(status)
  if status == 503 then
    busy = busy + 1
  end
end
