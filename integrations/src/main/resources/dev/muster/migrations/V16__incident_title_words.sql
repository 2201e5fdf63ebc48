-- For the search over words of titles. What is neither letter nor digit separates them, so that
-- database_down is found by "down". The expression stands the same in PostgresIncidentSearch.
create index incident_title_words on incident using gin
  (to_tsvector('simple', regexp_replace(title, '[^[:alnum:]]+', ' ', 'g')));
