-- The same GET again and again. Counting 503 apart would need a look at each answer, which slows wrk down: here they are errors.

dofile("report.lua")
