-- The latest alerts that are over, however many have come since and fire.
create index alert_resolved on alert (opened_at, id) where status = 'resolved';
