-- What was asked for lately on a platform that may bring it again.
create table done_request (
  id         text        primary key,
  at         timestamptz not null,
  expires_at timestamptz not null
);

create index done_request_expires_at on done_request (expires_at);
