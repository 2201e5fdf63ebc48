-- Whose an account in a chat is, where its e-mail address told us and not the configuration; and
-- the accounts of whoever has left.
create table chat_account (
  platform text        not null,
  account  text        not null,
  person   text,
  left_at  timestamptz,
  primary key (platform, account)
);

create index chat_account_person on chat_account (person, platform);
