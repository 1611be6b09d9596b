-- Prints in one line what a run came to: wrk's own summary has no 95th percentile and does not tell 503 from other errors.

local threads = {}

busy = 0

function setup(thread)
  table.insert(threads, thread)
end

function done(summary, latency)
  local refused = 0
  for _, thread in ipairs(threads) do
    refused = refused + thread:get("busy")
  end
  local errors = summary.errors
  io.write(string.format(
    "measured requests=%d micros=%d p50=%d p95=%d p99=%d errors=%d busy=%d\n",
    summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(95), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.timeout + errors.status - refused, refused))
end
