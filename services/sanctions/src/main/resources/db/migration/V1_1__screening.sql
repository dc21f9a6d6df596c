-- Newest identity of each transmitter, as the AIS service told it.
create table identity (
    mmsi      text primary key,
    version   integer     not null,
    imo       text,
    name      text,
    synthetic boolean     not null,
    heard_at  timestamptz not null
);
create index identity_imo on identity (imo) where imo is not null;

-- A transmitter held against an entry; the pair keeps its row.
create table vessel_match (
    id          uuid primary key,
    version     integer     not null,
    state       text        not null check (state in ('hit', 'contradicted', 'cleared')),
    mmsi        text        not null,
    imo         text,
    list        text        not null,
    source_id   text        not null,
    score       double precision not null,
    record      text        not null,
    screened_at timestamptz not null,
    unique (mmsi, list, source_id)
);
create index vessel_match_imo on vessel_match (imo);
create index vessel_match_newest on vessel_match (screened_at desc, id);
