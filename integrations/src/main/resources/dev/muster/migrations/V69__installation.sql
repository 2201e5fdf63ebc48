-- What is one of a kind for all replicas on this database. By the key a Muster proves to another, or
-- to `muster doctor`, that both are of this database (see MUSTER_URL there); it opens nothing.
create table installation (
  is_only boolean primary key default true check (is_only),
  address_key text not null
);

insert into installation (address_key)
values (replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));
