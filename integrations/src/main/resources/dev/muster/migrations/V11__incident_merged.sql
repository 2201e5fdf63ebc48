-- Where the alerts of a group go whose incident goes on as another; few have one.
create index incident_merged on incident (group_key) where merged_into is not null;
