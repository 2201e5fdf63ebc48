-- The last start of a runbook by alerts that are alike, whoever comes first: locked while it is
-- decided whether another one starts it again.
create table runbook_start (
  runbook     text   not null,
  group_hash  text   not null,
  started_at  timestamptz,
  incident_id bigint,
  run_id      bigint,
  held_back   bigint not null,
  primary key (runbook, group_hash)
) with (fillfactor = 70);

create index runbook_start_at on runbook_start (started_at);

-- The runbooks that fit an incident, with the alert that they fitted first.
create table incident_runbook (
  incident_id bigint not null,
  runbook     text   not null,
  rank        int    not null,
  alert       jsonb  not null,
  primary key (incident_id, runbook)
);

-- When the clock starts a runbook next; no time once its schedule has ended. What is not configured
-- any more is gone since then, and misses nothing meanwhile.
create table runbook_clock (
  runbook     text   not null,
  schedule    text   not null,
  next_at     timestamptz,
  last_at     timestamptz,
  last_run    bigint,
  paused_by   text,
  paused_name text,
  paused_at   timestamptz,
  gone_at     timestamptz,
  primary key (runbook, schedule)
) with (fillfactor = 70);
