-- The channel that an incident has for itself in a chat, and what was done of it. What is to be said
-- of the incident waits while it is wanted, and goes there while it is open.
create table incident_channel (
  incident_id bigint      not null references incident (id),
  platform    text        not null,
  wanted_at   timestamptz not null,
  name        text        not null,
  phase       text        not null,
  channel     text,
  post        text,
  version     bigint      not null,
  topic       text        not null,
  done        text[]      not null,
  trouble     text        not null,
  primary key (incident_id, platform)
) with (fillfactor = 70);

create unique index incident_channel_place on incident_channel (platform, channel);
