-- Registers somebody new each time. Arguments: what all names of this run begin with, and the password they share.

dofile("report.lua")

local prefix, password
local count = 0

wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"

function init(arguments)
  prefix, password = arguments[1], arguments[2]
end

function request()
  count = count + 1
  local name = prefix .. "-" .. count
  return wrk.format(nil, nil, nil,
    string.format('{"username":"%s","email":"%s@example.org","password":"%s"}', name, name, password))
end

function response(status)
  if status == 503 then
    busy = busy + 1
  end
end
