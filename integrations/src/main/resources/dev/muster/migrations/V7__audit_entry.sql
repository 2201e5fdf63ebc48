create sequence audit_entry_id cache 100;

create table audit_entry (
  id         bigint      not null default nextval('audit_entry_id'),
  at         timestamptz not null,
  actor      text        not null,
  platform   text        not null,
  channel    text        not null,
  thread     text,
  command    text        not null,
  outcome    text        not null,
  request_id text        not null,
  detail     text,
  primary key (at, id)
) partition by range (at);

create table audit_entry_default partition of audit_entry default;
create index audit_entry_actor on audit_entry (actor, at);
