-- Runs that somebody was shown: the yes of a button counts once, for that person and those inputs.
create table run_offer (
  id        text        primary key,
  person    text        not null,
  runbook   text        not null,
  hash      text        not null,
  inputs    jsonb       not null,
  until     timestamptz not null,
  closed_at timestamptz,
  run_id    bigint
);

create index run_offer_until on run_offer (until);
