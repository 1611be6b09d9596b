-- Imports from Strapi: one row each, under a lease of the node that works on it.
create table gatehouse_import (
    id           varchar(64)  primary key,
    source       varchar(500) not null,
    state        varchar(16)  not null, -- running, finished or failed
    problem      varchar(500),
    owner        char(36)     not null,
    leased_until timestamp(3) with time zone not null,
    started_at   timestamp(3) with time zone not null,
    ended_at     timestamp(3) with time zone
);

-- What became of each row of a source; what is here is done.
create table gatehouse_import_row (
    import_id varchar(64) not null references gatehouse_import (id) on delete cascade,
    kind      varchar(16) not null, -- role, permission or user
    source_id bigint      not null, -- its number in Strapi
    outcome   varchar(32) not null,
    target_id bigint,               -- the number that the user or role has here
    detail    varchar(500),
    primary key (import_id, kind, source_id)
);
