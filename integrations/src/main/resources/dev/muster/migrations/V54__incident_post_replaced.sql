-- Somebody deleted the post, and it was posted anew: that is done once.
alter table incident_post add column replaced boolean not null default false;
