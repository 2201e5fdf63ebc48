-- Links by which people log in, each once. The token is nowhere, only its SHA-256.
create table login_link (
  hash       text        primary key,
  person     text        not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);

create index login_link_expires_at on login_link (expires_at);
