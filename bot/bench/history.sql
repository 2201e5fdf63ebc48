-- A year of a busy team, as Muster leaves it: one million resolved alerts of 100,000 resolved
-- incidents, four lines of timeline and a thread of three messages each, 200,000 webhooks of the last
-- week, and who asked for what. One incident in 500 is of another service, one alert in 20,000 of
-- another sender: lists that are filtered by those have few rows to find among many.
\set ON_ERROR_STOP on
begin;

-- The partitions that would be there.
select format('create table if not exists %s_p%s partition of %s for values from (%L) to (%L)',
    history, to_char(first, 'YYYYMM'), history, first, first + interval '1 month')
from unnest('{alert,timeline_entry,audit_entry}'::text[]) history,
  generate_series(date_trunc('month', now() at time zone 'utc') - interval '11 months',
    date_trunc('month', now() at time zone 'utc') - interval '1 month', '1 month') first \gexec
select format('create table if not exists delivery_p%s partition of delivery for values from (%L) to (%L)',
    to_char(first, 'YYYYMMDD'), first, first + interval '1 day')
from generate_series(date_trunc('day', now() at time zone 'utc') - interval '7 days',
    date_trunc('day', now() at time zone 'utc') - interval '1 day', '1 day') first \gexec

create temporary table old_incident as
select nextval('incident_id') as id, opened_at, opened_at + interval '4 minutes' as acknowledged_at,
    opened_at + interval '40 minutes' as resolved_at,
    case when n % 500 = 0 then 'rare' else 'service-' || n % 40 end as service,
    (array['critical', 'high', 'medium', 'low'])[1 + n % 4] as severity,
    (array['service down', 'high error rate', 'disk space low', 'slow queries', 'replication lag',
      'certificate expires'])[1 + n % 6] as what
from (select n, now() - interval '10 minutes' - interval '300 days' * (100000 - n) / 100000 - interval '1 hour'
      as opened_at from generate_series(1, 100000) n) times;
create index on old_incident (id);

insert into incident (id, version, group_key, channel, title, summary, services, links, severity,
    severity_level, status, opened_at, acknowledged_at, acknowledged_by, acknowledged_name,
    resolved_at, resolved_by, resolved_name, alert_count, firing_count, truncated_count)
select id, 14, 'everything else/' || what || '/' || service, 'incidents', what, 'It has been so for 5 minutes',
    array[service], '{"dashboard": "https://grafana.example/d/1"}', severity, upper(severity), 'resolved',
    opened_at, acknowledged_at, 'devops', 'DevOps Engineer', resolved_at, 'integration:prometheus',
    'prometheus', 10, 0, 0
from old_incident;

create temporary table old_alert as
select nextval('alert_id') as id, old_incident.id as incident_id,
    opened_at + interval '20 seconds' * i as opened_at, resolved_at, what, service, severity, i,
    md5(old_incident.id || '/' || i) as dedup_key, old_incident.id % 2000 = 0 as rare
from old_incident, generate_series(0, 9) i;

insert into alert (id, opened_at, integration, dedup_key, source, incident_id, status, severity_raw,
    severity, severity_level, title, summary, labels, annotations, links, starts_at, ends_at,
    last_seen_at, count)
select id, opened_at, 'prometheus', dedup_key, case when rare then 'generic' else 'alertmanager' end,
    incident_id, 'resolved', severity, severity, upper(severity), what, 'It has been so for 5 minutes',
    jsonb_build_object('alertname', what, 'service', service, 'instance', 'host-' || i, 'severity', severity,
      'cluster', 'eu-west-1', 'job', 'node'),
    '{"summary": "It has been so for 5 minutes", "description": "One of many"}',
    '{"dashboard": "https://grafana.example/d/1"}', opened_at, resolved_at, resolved_at, 2
from old_alert order by opened_at;

insert into episode (integration, dedup_key, alert_id, opened_at, starts_at, firing, incident_id,
    ended_at, severity_level)
select 'prometheus', dedup_key, id, opened_at, opened_at, false, incident_id, resolved_at, upper(severity)
from old_alert;

insert into timeline_entry (at, incident_id, kind, actor, actor_name, text, platform)
select opened_at, id, 'OPENED', 'integration:prometheus', 'prometheus', 'Opened by an alert', null from old_incident
union all
select acknowledged_at, id, 'ACKNOWLEDGED', 'devops', 'DevOps Engineer', 'Acknowledged', 'web' from old_incident
union all
select acknowledged_at + interval '9 minutes', id, 'NOTE', 'devops', 'DevOps Engineer', 'Restarted it', 'web' from old_incident
union all
select resolved_at, id, 'RESOLVED', 'integration:prometheus', 'prometheus', 'Resolved', null from old_incident;

with post as (
  insert into chat_message (channel, key, message, version, posted_at)
  select 'incidents', 'incident:' || id, '{"text": "It is over", "blocks": []}', 14, opened_at
  from old_incident order by id returning id, key, posted_at
), shown as (
  insert into incident_post (incident_id, platform, channel, message, rendered_version, refresh_after)
  select substr(key, 10)::bigint, 'web', 'incidents', id, 14, posted_at from post
)
insert into chat_message (channel, thread, key, message, version, posted_at)
select 'incidents', id, key || ':' || i, '{"text": "DevOps Engineer has it", "blocks": []}', 1, posted_at
from post, generate_series(1, 2) i;

-- The id carries the time: UUID version 7.
insert into delivery (id, received_at, integration, source, state, alert_count, alerts, incidents, body)
select (lpad(to_hex(millis), 12, '0') || '7' || substr(hash, 1, 3) || '8' || substr(hash, 4, 15))::uuid,
    to_timestamp(millis / 1000.0), 'prometheus', 'alertmanager', 'processed', 1, '{1}', '{1}',
    convert_to(repeat('{"status":"firing","labels":{"alertname":"bench"}}', 12), 'utf8')
from (select md5(n::text) as hash,
        (extract(epoch from now() - interval '6 days' * (200000 - n) / 200000 - interval '1 hour') * 1000)::bigint as millis
      from generate_series(1, 200000) n) times;

insert into audit_entry (at, actor, platform, channel, command, outcome, request_id)
select acknowledged_at, 'devops', 'web', 'incidents', '/incident ack ' || id, 'done', md5(id::text) from old_incident;
commit;
vacuum analyze;
checkpoint;
