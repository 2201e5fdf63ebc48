-- The runbooks that fit an incident go with it. None is there without one: incidents have stayed for ever. Those that
-- are there are looked at by the next migration, which keeps no webhook waiting.
alter table incident_runbook
  add constraint incident_runbook_incident foreign key (incident_id) references incident on delete cascade not valid;
