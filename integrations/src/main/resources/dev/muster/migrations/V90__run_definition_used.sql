-- Runs by the runbook that they are pinned to, which stays as long as one of them does.
create index run_definition_used on run (definition);
