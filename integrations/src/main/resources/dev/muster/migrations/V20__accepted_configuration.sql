-- What all replicas run: the configuration that was accepted last. Rows are never changed.
create table accepted_configuration (
  version     bigint      primary key,
  hash        text        not null,
  files       jsonb       not null,
  accepted_at timestamptz not null,
  accepted_by text        not null
);

create index accepted_configuration_hash on accepted_configuration (hash);
