-- What runs and what starts them have said, or are about to: the key is taken in the transaction that
-- writes the work, so that nothing is said twice.
create table announcement (
  key    text        primary key,
  run_id bigint      references run on delete cascade,
  at     timestamptz not null
);

create index announcement_run on announcement (run_id) where run_id is not null;
create index announcement_at on announcement (at) where run_id is null;
