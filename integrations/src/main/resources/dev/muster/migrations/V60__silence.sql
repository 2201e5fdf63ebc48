-- Alerts that nobody wants to hear of for a while. Rows stay when a silence has ended, so that whoever
-- wonders why something was quiet finds out. The same matchers are silenced once at a time; the index
-- also serves the intake, which reads all that have not ended with each of its commits.
create table silence (
  id           bigint      generated always as identity primary key,
  matchers     text        not null,
  reason       text        not null,
  created_at   timestamptz not null,
  created_by   text        not null,
  created_name text        not null,
  ends_at      timestamptz not null,
  ended_at     timestamptz,
  ended_by     text,
  ended_name   text
);

create unique index silence_active on silence (md5(matchers)) where ended_at is null;
create index silence_past on silence (ended_at, id) where ended_at is not null;
