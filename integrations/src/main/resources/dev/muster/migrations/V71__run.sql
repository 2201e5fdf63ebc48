-- Runs of runbooks. A worker that goes on with one raises its fence and names it with every write, so
-- that whoever had the run before can write nothing any more. What people wish of a run that a worker
-- has stands in a column of its own, which the worker reads with each save.
create sequence run_number;

create table run (
  id             bigint      primary key,
  runbook        text        not null,
  title          text        not null,
  definition     text        not null,
  requester      text        not null,
  requester_name text        not null,
  requested_at   timestamptz not null,
  dry            boolean     not null,
  incident_id    bigint,
  parent         bigint,
  key            text,
  state          text        not null,
  standing       text        not null,
  phase          text        not null,
  ended_at       timestamptz,
  fence          bigint      not null,
  wish           jsonb,
  origin         jsonb       not null,
  course         jsonb       not null
) with (fillfactor = 70);

create index run_open on run (id) where state <> 'ended';
create index run_ended on run (id) where state = 'ended';
create index run_queued on run (key, id) where state = 'queued';
create index run_incident on run (incident_id, id) where incident_id is not null;

create table run_step (
  run_id bigint not null references run on delete cascade,
  path   text   not null,
  record jsonb  not null,
  primary key (run_id, path)
) with (fillfactor = 70);

-- The run that has a key; others that want it wait or are refused.
create table run_key (
  key    text   primary key,
  run_id bigint not null
);
