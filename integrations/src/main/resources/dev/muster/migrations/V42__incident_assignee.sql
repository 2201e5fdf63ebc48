-- For lists of the incidents that one person has, which may be few among many. It changes seldom,
-- so the counts of alerts are still updated in place.
create index incident_assignee on incident ((coalesce(details ->> 'assignee', acknowledged_by)), id);
