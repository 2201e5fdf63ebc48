-- What people were reminded of: each thing once.
create table incident_reminder (
  incident_id bigint      not null,
  key         text        not null,
  said_at     timestamptz not null,
  primary key (incident_id, key)
);
