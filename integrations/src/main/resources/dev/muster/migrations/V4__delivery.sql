-- Webhooks as they came in, exact bytes, in partitions by day. The id carries the time.
create table delivery (
  id          uuid        not null,
  received_at timestamptz not null,
  integration text        not null,
  source      text        not null,
  state       text        not null,
  error       text,
  alert_count int         not null,
  alerts      bigint[]    not null,
  incidents   bigint[]    not null,
  body        bytea       not null,
  primary key (received_at, id)
) partition by range (received_at);

create table delivery_default partition of delivery default;
create index delivery_trouble on delivery (received_at, id) where state <> 'processed';
