-- The same GET again and again. To tell 503 from other errors would take a look at each answer, which slows wrk down: here
-- it is an error like any other.

dofile("report.lua")
