-- Alerts are called by their number in the chat, past ones too.
create index alert_number on alert (id);
