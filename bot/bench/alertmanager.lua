-- The same alert as intake.lua's, the way Alertmanager itself takes alerts: one a request.
local counter = 0

local body = [=[[{"labels":{"alertname":"bench","instance":"host-%d","job":"node","severity":"warning","cluster":"eu-west-1","group":"%d"},"annotations":{"summary":"Benchmark alert %d","description":"One of many"},"generatorURL":"http://prometheus.example/graph?g0.expr=up"}]]=]

function init(args)
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
end

function request()
  counter = counter + 1
  return wrk.format(nil, "/api/v2/alerts", nil, string.format(body, counter, counter % 100, counter))
end

function done(summary, latency, requests)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format("RESULT %d %d %d %.3f %.3f\n", summary.requests, failed,
    summary.duration, latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
