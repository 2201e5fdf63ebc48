-- Who is told of an incident by mail, of what, and how it went. `unclear` counts the tries of which
-- nobody knows how they ended: the next one is marked as a possible repeat.
create table incident_mail (
  incident_id bigint      not null,
  version     bigint      not null,
  recipient   text        not null,
  occasion    text        not null,
  unclear     int         not null default 0,
  sent_at     timestamptz,
  primary key (incident_id, recipient, version)
);
