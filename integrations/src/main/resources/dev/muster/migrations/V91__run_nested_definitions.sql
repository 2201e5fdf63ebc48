-- The few runs that may start others, and so keep the runbooks of these.
create index run_nested on run (id) where origin->'runbook'->'nested' <> '{}'::jsonb;
