-- For the list of incidents of one service, which asks "services @> …".
create index incident_services on incident using gin (services);
