-- The texts of runbooks that runs are pinned to, by their hashes.
create table run_definition (
  hash    text        primary key,
  name    text        not null,
  file    text        not null,
  text    text        not null,
  kept_at timestamptz not null
);
