-- The route that opened it, by its name in the configuration, which may have gone since.
alter table incident add column route text;
