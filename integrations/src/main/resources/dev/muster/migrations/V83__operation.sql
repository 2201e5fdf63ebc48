-- The operation log: what was done to the world, by runs and by hand. An entry is never changed; what is
-- said later stands beside it. Its words, and those that are added, are what it is found by.
create table operation (
  id           bigint      generated always as identity primary key,
  began_at     timestamptz not null,
  took_ms      bigint,
  what         text        not null,
  reason       text        not null,
  impact       text        not null,
  issues       text        not null,
  follow_up    text        not null,
  by_person    text        not null,
  by_name      text        not null,
  written_at   timestamptz not null,
  run_id       bigint,
  incident_id  bigint,
  words        text        not null
);

create index operation_began on operation (began_at, id);
create unique index operation_run on operation (run_id) where run_id is not null;
create index operation_words on operation using gin (to_tsvector('simple', words));
