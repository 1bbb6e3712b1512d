-- What PostgreSQL has from 18 on.
create extension btree_gist;
create table temporal (id int, valid_at daterange, constraint tpk primary key (id, valid_at without overlaps));
create table temporal_fk (id int, pid int, valid_at daterange, constraint tfk foreign key (pid, period valid_at) references temporal (id, period valid_at));
create table period (id int, period daterange, unique (id, period without overlaps)); create table "Period" (period int, "Valid at" daterange, foreign key (period, period "Valid at") references period (id, period period)); alter table "Period" add constraint loose foreign key (period, period "Valid at") references period (id, period period) not valid;
create table computed (a int, b int generated always as (a * 2) virtual);
create table enforced (a int, check (a > 0) not enforced, id int primary key, up int references enforced not enforced);
