create sequence timeline_entry_id cache 100;

create table timeline_entry (
  id          bigint      not null default nextval('timeline_entry_id'),
  at          timestamptz not null,
  incident_id bigint      not null,
  kind        text        not null,
  actor       text        not null,
  actor_name  text        not null,
  text        text        not null,
  platform    text,
  primary key (at, id)
) partition by range (at);

create table timeline_entry_default partition of timeline_entry default;
create index timeline_entry_incident on timeline_entry (incident_id, at, id);
