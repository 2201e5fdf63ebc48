-- What keeps a firing alert from opening an incident, and by which group it may find one later. Null
-- for nearly all, so the index is as small as what is silenced, and other updates stay in place. The
-- previous release leaves both as they are: then they belong to what is over.
alter table episode add column silence_id bigint, add column sender_group text;
create index episode_silence on episode (silence_id) where silence_id is not null;
