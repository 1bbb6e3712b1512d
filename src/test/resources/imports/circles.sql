-- What stands on something that stands on it, and what cannot go before what refers to it.
create schema app;
create table p (id int primary key, up int references p, note text) partition by range (id);
create table app.p1 partition of p for values from (0) to (10) partition by range (id);
create table zz_leaf partition of app.p1 for values from (0) to (5);
create table c (pid int references p); create table d (pid int references app.p1 on delete cascade, lid int references zz_leaf);
create table a_both (id int primary key, other int references p); alter table p add foreign key (id) references a_both;
create table tags (); create table more_tags () inherits (tags); comment on table tags is 'nothing yet';
create table paper (a int, b int); create table book () inherits (paper); create table novel (c int) inherits (book); alter table paper add constraint late check (a > 0) not valid, add constraint self check (b > 0), add constraint alone check (b > 1) no inherit not valid;
create table deff (a int, b text);
create function rt(deff) returns text language sql immutable as $$ select $1.b $$;
create function rt2(deff) returns text language sql immutable return rt($1) || 'x';
alter table deff add constraint self check (rt(deff.*) is not null), add constraint later check (rt2(deff.*) <> '') not valid, add constraint plain check (a > 0);
create index deff_rt on deff (rt(deff.*)) where rt2(deff.*) > 'a'; create index deff_a on deff (a);
alter table deff add constraint apart exclude using btree (rt(deff.*) with =);
comment on constraint self on deff is 'of its own rows'; comment on index deff_rt is 'of its own rows, too';
