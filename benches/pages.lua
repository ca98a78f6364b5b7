-- Asks for the pages of a list, one after the other, from a place of its own in each connection's life.
local pages = {}
local at = 0

function init(arguments)
  for line in io.lines(arguments[1]) do pages[#pages + 1] = line end
  math.randomseed(7)
end

function request()
  at = math.random(#pages)
  return wrk.format("GET", pages[at], { ["Accept-Encoding"] = "gzip, deflate, br" })
end

function done(summary, latency)
  local errors = summary.errors
  local bad = errors.status + errors.connect + errors.read + errors.write + errors.timeout
  io.write(string.format("requests/s %.0f  p50 %.1f ms  p95 %.1f ms  p99 %.1f ms  errors %d\n",
    summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1e3, latency:percentile(95) / 1e3,
    latency:percentile(99) / 1e3, bad))
end
