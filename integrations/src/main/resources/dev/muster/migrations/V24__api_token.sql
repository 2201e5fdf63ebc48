-- Tokens of the API. Of the secret only its SHA-256 is kept. Rows stay when a token is revoked, so
-- that whoever shows it is told so.
create table api_token (
  id           text        primary key,
  name         text        not null,
  owner        text        not null,
  scopes       text[]      not null,
  secret_hash  text        not null,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  last_used_at timestamptz,
  revoked_at   timestamptz,
  revoked_by   text
);

create unique index api_token_name on api_token (lower(name)) where revoked_at is null;
create index api_token_newest on api_token (created_at, id) where revoked_at is null;
