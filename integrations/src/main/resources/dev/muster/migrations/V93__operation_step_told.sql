-- What entries tell that were written before it was kept: else the next rollback told all of it again. What is
-- being rolled back just now is still to be told.
with recursive told (operation_id, run_id) as (
  select id, run_id
  from operation
  where run_id is not null
    and not exists (select from operation_step where operation_id = operation.id)
  union all
  select told.operation_id, run.id
  from told join run on run.parent = told.run_id
),
steps as (
  select told.operation_id, step.run_id, step.path,
    cast(step.record->>'attempts' as int) as attempts,
    step.record->>'trace' as trace,
    step.record->'state'->>'type' as type
  from told
  join run on run.id = told.run_id
  join run_step step on step.run_id = run.id
  where run.state = 'ended' or step.path not like 'rollback.%'
)
insert into operation_step (operation_id, run_id, path, attempts, is_sure)
select operation_id, run_id, path, attempts, type = 'Done' or trace = 'SURE'
from steps
where type in ('Done', 'Unclear')
  or (type in ('Skipped', 'Failed') and trace in ('SURE', 'MAYBE'))
on conflict do nothing;
