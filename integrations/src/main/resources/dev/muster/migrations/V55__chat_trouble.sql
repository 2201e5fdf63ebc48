-- What a chat refuses of an incident, so that each trouble is told once, whoever meets it.
create table chat_trouble (
  incident_id bigint      not null references incident (id),
  platform    text        not null,
  reason      text        not null,
  told_at     timestamptz not null,
  primary key (incident_id, platform)
);
