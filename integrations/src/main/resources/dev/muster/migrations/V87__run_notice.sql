-- What was said once beside the message of a run because people had to answer it, and where that stands in each
-- chat: once it is answered, what was said becomes the answer, and its buttons go.
create table run_notice (
  run_id   bigint  not null references run on delete cascade,
  key      text    not null,
  platform text    not null,
  channel  text,
  message  text,
  answer   jsonb,
  edited   boolean not null default false,
  primary key (run_id, key, platform)
);
