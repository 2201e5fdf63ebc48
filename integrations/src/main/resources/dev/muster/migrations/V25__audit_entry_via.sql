-- The API token that something was asked by, and its owner; null where somebody asked in person.
alter table audit_entry add column via text;
