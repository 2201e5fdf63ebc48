-- The silence that keeps an alert quiet, or kept it so to its end; null where it is told of.
alter table alert add column silence_id bigint;
