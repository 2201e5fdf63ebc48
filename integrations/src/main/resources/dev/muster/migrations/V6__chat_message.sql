-- The built-in chat. A key makes what Muster says unique; what people say has none.
create table chat_message (
  id        bigint      generated always as identity primary key,
  channel   text        not null,
  thread    bigint      references chat_message (id),
  key       text        unique,
  author    text,
  message   jsonb       not null,
  version   bigint      not null,
  posted_at timestamptz not null,
  edited_at timestamptz
);

create index chat_message_root on chat_message (channel, id) where thread is null;
create index chat_message_thread on chat_message (thread, id) where thread is not null;
