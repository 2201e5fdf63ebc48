-- Approvals that somebody made up for alone. Kept apart from the runs, which go sooner.
create table glass_review (
  id             bigint      generated always as identity primary key,
  run_id         bigint      not null,
  step           text        not null,
  title          text        not null,
  asked          text        not null,
  by_person      text        not null,
  by_name        text        not null,
  reason         text        not null,
  broken_at      timestamptz not null,
  closed_at      timestamptz,
  closed_person  text,
  closed_name    text,
  found          text
);

create index glass_review_run on glass_review (run_id, id);
create index glass_review_open on glass_review (id) where closed_at is null;
