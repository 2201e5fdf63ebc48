-- Nobody suffers from it any more; it goes on as another; and what people add to it, by the names
-- of its fields. The previous release leaves all of these as they are.
alter table incident
  add column mitigated_at timestamptz,
  add column mitigated_by text,
  add column mitigated_name text,
  add column merged_into bigint,
  add column details jsonb;
