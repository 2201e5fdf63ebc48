-- The alerts of a webhook that changed nothing, and why; null where all did.
alter table delivery add column ignored jsonb;
