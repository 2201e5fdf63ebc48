-- Answers that somebody waits for longer than their platform does. The work that tells them when
-- their replica is gone is a row of scheduled_tasks.
create table owed_answer (
  key        text        primary key,
  request_id text        not null,
  platform   text        not null,
  address    text        not null,
  command    text        not null,
  filled     jsonb       not null,
  asked_at   timestamptz not null,
  answer     jsonb
);
