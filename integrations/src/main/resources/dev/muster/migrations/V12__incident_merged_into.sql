-- What has gone into an incident that goes on as another itself.
create index incident_merged_into on incident (merged_into) where merged_into is not null;
