-- The steps of runs of which an entry of the operation log tells: what is not here yet came after it.
create table operation_step (
  operation_id bigint  not null references operation,
  run_id       bigint  not null,
  path         text    not null,
  attempts     int     not null,
  is_sure      boolean not null,
  primary key (operation_id, run_id, path, attempts, is_sure)
);
