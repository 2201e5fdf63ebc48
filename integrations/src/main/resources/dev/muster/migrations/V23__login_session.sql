-- Who is logged in. The cookie is nowhere, only its SHA-256.
create table login_session (
  hash       text        primary key,
  person     text        not null,
  started_at timestamptz not null,
  seen_at    timestamptz not null
);

create index login_session_started_at on login_session (started_at);
