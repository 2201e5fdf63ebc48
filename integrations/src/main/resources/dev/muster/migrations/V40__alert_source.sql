-- For lists of one sender's alerts, which may be few among a million.
create index alert_source on alert (source, opened_at, id);
