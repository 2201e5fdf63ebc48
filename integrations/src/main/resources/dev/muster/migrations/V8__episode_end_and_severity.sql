-- When the end of an alert was received; null counts as long ago. And the worst severity that it
-- had since it fires; null is not known. The previous release leaves both as they are, so a row of
-- its making has what an earlier episode had, or nothing.
alter table episode add column ended_at timestamptz, add column severity_level text;
