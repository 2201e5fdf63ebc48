-- What V92 added goes for the rows that were there before it too.
alter table incident_runbook validate constraint incident_runbook_incident;
