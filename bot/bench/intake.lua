-- One firing alert a webhook, all different, in 100 groups, as Alertmanager 0.25 words them.
local counter = 0
local run = os.time()

local body = [[{"receiver":"muster","status":"firing","alerts":[{"status":"firing","labels":{"alertname":"bench","instance":"host-%d","job":"node","severity":"warning","cluster":"eu-west-1"},"annotations":{"summary":"Benchmark alert %d","description":"One of many"},"startsAt":"2026-01-01T00:00:00Z","endsAt":"0001-01-01T00:00:00Z","generatorURL":"http://prometheus.example/graph?g0.expr=up","fingerprint":"%x%08x"}],"groupLabels":{"alertname":"bench"},"commonLabels":{"alertname":"bench"},"commonAnnotations":{},"externalURL":"http://alertmanager.example","version":"4","groupKey":"{}:{group=\"%d\"}","truncatedAlerts":0}]]

function init(args)
  wrk.method = "POST"
  wrk.headers["Authorization"] = "Bearer demo"
  wrk.headers["Content-Type"] = "application/json"
end

function request()
  counter = counter + 1
  return wrk.format(nil, "/v1/alerts/alertmanager", nil,
    string.format(body, counter, counter, run, counter, counter % 100))
end

function done(summary, latency, requests)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format("RESULT %d %d %d %.3f %.3f\n", summary.requests, failed,
    summary.duration, latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
