-- Runs that others wait for, which are locked before these: found by the run that started them.
create index run_below on run (parent) where parent is not null and state <> 'ended';
