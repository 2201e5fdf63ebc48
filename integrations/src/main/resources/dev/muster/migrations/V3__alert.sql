create sequence alert_id increment by 100;

-- The history of alerts, one row a firing from its start to its end, in partitions by month.
create table alert (
  id             bigint      not null,
  opened_at      timestamptz not null,
  integration    text        not null,
  dedup_key      text        not null,
  source         text        not null,
  incident_id    bigint,
  status         text        not null,
  severity_raw   text,
  severity       text        not null,
  severity_level text        not null,
  title          text        not null,
  summary        text,
  labels         jsonb       not null,
  annotations    jsonb       not null,
  links          jsonb       not null,
  starts_at      timestamptz,
  ends_at        timestamptz,
  last_seen_at   timestamptz not null,
  count          int         not null,
  primary key (opened_at, id)
) partition by range (opened_at);

create table alert_default partition of alert default;
create index alert_incident on alert (incident_id);
create index alert_dedup_key on alert (dedup_key, opened_at);
create index alert_firing on alert (opened_at, id) where status = 'firing';

-- What makes an alert the same alert: its latest episode. Small, unpartitioned, unique.
create table episode (
  integration text        not null,
  dedup_key   text        not null,
  alert_id    bigint      not null,
  opened_at   timestamptz not null,
  starts_at   timestamptz,
  firing      boolean     not null,
  incident_id bigint,
  primary key (integration, dedup_key)
) with (fillfactor = 80);
