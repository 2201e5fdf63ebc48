-- For lists of incidents of one severity, which may be few among many. It changes seldom, so the
-- counts of alerts are still updated in place.
create index incident_severity on incident (severity, id);
