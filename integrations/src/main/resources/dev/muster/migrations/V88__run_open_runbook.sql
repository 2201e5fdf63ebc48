-- Which runs of a runbook go on: asked for whenever one more of them is about to be started.
create index run_open_runbook on run (runbook, id) where state <> 'ended';
