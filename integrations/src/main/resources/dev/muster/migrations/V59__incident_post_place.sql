-- The message first: no plan can take it for the key and read all posts of a platform one by one.
drop index incident_post_place;
create unique index incident_post_place on incident_post (message, channel, platform);
