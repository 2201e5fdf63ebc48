-- When runs are to be gone on with: db-scheduler's table once more, so that long steps take no place
-- from the work of incidents. The instance is the number of the run.
create table scheduled_run (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  primary key (task_name, task_instance)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);

create index scheduled_run_execution_time on scheduled_run (execution_time);
create index scheduled_run_last_heartbeat on scheduled_run (last_heartbeat);
