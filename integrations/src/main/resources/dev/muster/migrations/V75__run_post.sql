-- Where a run is shown in each chat and which of its states that is. What it is to show goes up with each
-- change of the run and each batch of its output; a first message that is a reply counts as 1.
create table run_post (
  run_id        bigint      not null references run on delete cascade,
  platform      text        not null,
  spot          text        not null,
  channel       text,
  message       text,
  wanted        bigint      not null default 2,
  shown         bigint      not null default 0,
  said          bigint      not null default 0,
  replaced      boolean     not null default false,
  refresh_after timestamptz not null,
  primary key (run_id, platform)
) with (fillfactor = 70);

create index run_post_place on run_post (channel, message) where message is not null;

-- What is said once below the messages of runs that belong to no incident.
create table run_news (
  run_id  bigint not null references run on delete cascade,
  number  bigint generated always as identity,
  key     text   not null,
  message jsonb  not null,
  primary key (run_id, number),
  unique (run_id, key)
);
