-- The scheduler asks with "picked = ?": plans that are made once for every value can't use an index
-- that holds some rows only, and read the whole table with all its dead rows each time.
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
drop index scheduled_tasks_due;
drop index scheduled_tasks_heartbeat;
