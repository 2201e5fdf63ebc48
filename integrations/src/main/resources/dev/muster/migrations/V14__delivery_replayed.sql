-- Who had a kept webhook taken again, and when; null where nobody did.
alter table delivery add column replayed_at timestamptz, add column replayed_by text;
