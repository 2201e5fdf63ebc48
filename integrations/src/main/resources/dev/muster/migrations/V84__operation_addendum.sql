-- What people said of an entry of the operation log afterwards.
create table operation_addendum (
  operation_id bigint      not null references operation,
  number       bigint      generated always as identity,
  part         text        not null,
  text         text        not null,
  by_person    text        not null,
  by_name      text        not null,
  at           timestamptz not null,
  primary key (operation_id, number)
);
