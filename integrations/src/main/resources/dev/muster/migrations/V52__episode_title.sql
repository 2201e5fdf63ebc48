-- For the search over words of the titles of alerts, each found once however often it fired. The
-- previous release leaves the title empty: what it takes in is found once it fires anew, and so is
-- what does not fire now, since writing all of it would keep webhooks waiting.
alter table episode add column title text;

update episode set title = alert.title
from alert
where episode.firing and alert.opened_at = episode.opened_at and alert.id = episode.alert_id;

-- What is neither letter nor digit separates words, as in incident_title_words.
create index episode_title_words on episode using gin
  (to_tsvector('simple', regexp_replace(title, '[^[:alnum:]]+', ' ', 'g')));
