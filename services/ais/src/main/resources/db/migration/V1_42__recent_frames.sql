-- Frames as they came, until they are merged into the tracks: a row for thousands of fixes, so that
-- what comes in is safe and can be asked for at a cost that does not depend on how many ships sent it.
create table recent_frame (
    partition  integer     not null,
    "offset"   bigint      not null,
    id         text        not null unique,
    source     text        not null,
    fixes      integer     not null,
    from_at    timestamptz not null,
    to_at      timestamptz not null,
    synthetic  boolean     not null,
    bytes      bytea       not null,
    primary key (partition, "offset")
);
-- They are packed already, and live for seconds.
alter table recent_frame alter column bytes set storage external;
