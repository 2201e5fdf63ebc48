create sequence incident_id;

create table incident (
  id                bigint      primary key,
  version           bigint      not null,
  group_key         text        not null,
  channel           text        not null,
  title             text        not null,
  summary           text,
  services          text[]      not null,
  links             jsonb       not null,
  severity          text        not null,
  severity_level    text        not null,
  status            text        not null,
  opened_at         timestamptz not null,
  acknowledged_at   timestamptz,
  acknowledged_by   text,
  acknowledged_name text,
  resolved_at       timestamptz,
  resolved_by       text,
  resolved_name     text,
  alert_count       int         not null,
  firing_count      int         not null,
  truncated_count   int         not null
) with (fillfactor = 70);

-- At most one open incident a group: the rule that makes "joined, not doubled" true.
create unique index incident_open_group on incident (group_key) where status <> 'resolved';
create index incident_group on incident (group_key, id);
create index incident_open on incident (id) where status <> 'resolved';

-- Where an incident's root post is in each chat, and which version it shows.
create table incident_post (
  incident_id      bigint      not null references incident (id),
  platform         text        not null,
  channel          text        not null,
  message          text        not null,
  rendered_version bigint      not null,
  refresh_after    timestamptz not null,
  primary key (incident_id, platform)
) with (fillfactor = 70);

create unique index incident_post_place on incident_post (platform, channel, message);
