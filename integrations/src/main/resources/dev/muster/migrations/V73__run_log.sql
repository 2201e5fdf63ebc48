-- What steps say and people do, line by line.
create table run_log (
  run_id   bigint      not null references run on delete cascade,
  id       bigint      generated always as identity,
  at       timestamptz not null,
  is_event boolean     not null,
  path     text        not null,
  text     text        not null,
  primary key (run_id, id)
);
