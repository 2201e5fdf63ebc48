create table users (
  id bigint generated always as identity primary key,
  name text not null,
  email text not null unique,
  joined_at timestamptz not null
);
insert into users (name, email, joined_at)
select 'Learner ' || n, 'learner' || n || '@learnhub.example', now() - n * interval '9 hours'
from generate_series(1, 1247) as n;

create table content (
  id bigint generated always as identity primary key,
  title text not null,
  published_at timestamptz not null,
  deleted_at timestamptz
);
insert into content (title, published_at)
select 'Lesson ' || n, now() - n * interval '1 day' from generate_series(1, 320) as n;
-- Somebody meant another course.
update content set deleted_at = now() - interval '2 hours' where id between 101 and 112;

-- Nothing is indexed by which a learner's enrolments are found.
create table enrolments (
  id bigint generated always as identity primary key,
  user_id bigint not null references users,
  content_id bigint not null references content,
  started_at timestamptz not null,
  finished_at timestamptz
);
insert into enrolments (user_id, content_id, started_at, finished_at)
select 1 + n * 7919 % 1247, 1 + n * 104729 % 320, now() - n * interval '20 minutes',
  case when n % 3 = 0 then now() - n * interval '10 minutes' end
from generate_series(1, 20000) as n;
