-- A schedule as it was from an instant on; without a definition it was there no more. Rows are
-- never changed, so that who was on call stays what it was.
create table schedule_version (
  schedule       text        not null,
  effective_from timestamptz not null,
  configuration  bigint      not null references accepted_configuration,
  definition     jsonb,
  primary key (schedule, effective_from)
);
