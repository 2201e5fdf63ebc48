-- Lists of runs by how they stand and by runbook, and the oldest that ended, which go first.
create index run_open_state on run (state, id) where state <> 'ended';
create index run_ended_standing on run (standing, id) where state = 'ended';
create index run_runbook on run (runbook, id);
create index run_ended_at on run (ended_at) where state = 'ended';
create index run_parent on run (parent) where parent is not null;
