-- Which message a line was taken from. A partitioned table takes the column without being rewritten.
alter table timeline_entry add column link text;
