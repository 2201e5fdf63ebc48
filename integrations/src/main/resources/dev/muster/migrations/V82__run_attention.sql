-- Since when a run has needed attention, for as long as it does. Empty where the release before this one
-- wrote it last.
alter table run add column attention_since timestamptz;
