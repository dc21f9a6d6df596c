-- A list whose publisher gives out a file.
create table list_source (
    id                  text primary key,
    authority           text    not null,
    title               text    not null,
    lists_vessels       boolean not null,
    current_version     integer,
    last_attempt_status text,
    last_attempt_reason text,
    last_attempt_at     timestamptz
);

insert into list_source (id, authority, title, lists_vessels) values
    ('ofac-sdn', 'United States, OFAC', 'Specially Designated Nationals and Blocked Persons List', true),
    ('un-sc', 'United Nations, Security Council', 'United Nations Security Council Consolidated List', false);

-- One taken-in file. Accepted versions of a list are in order of observed_at, as of number.
create table list_version (
    list             text        not null references list_source,
    number           integer     not null,
    status           text        not null check (status in ('accepted', 'quarantined')),
    reason           text,
    sha256           text        not null,
    size_bytes       bigint      not null,
    observed_at      timestamptz not null,
    -- The same bytes were seen again up to then.
    last_observed_at timestamptz not null,
    published_at     timestamptz,
    listings         integer     not null,
    vessels          integer     not null,
    added            integer     not null,
    changed          integer     not null,
    removed          integer     not null,
    taken_by         text        not null,
    taken_at         timestamptz not null default now(),
    primary key (list, number)
);

-- What a list said of an entry, over the versions in which it said the same.
create table listing_version (
    id            bigint generated always as identity primary key,
    list          text    not null references list_source,
    source_id     text    not null,
    hash          text    not null,
    type          text    not null,
    name          text    not null,
    imo           text,
    mmsi          text,
    search_text   text    not null,
    canonical     jsonb   not null,
    -- Since when it has been on the list without a break.
    since_version integer not null,
    first_version integer not null,
    -- Absent while the current version has it.
    last_version  integer,
    unique (list, source_id, first_version)
);
create unique index listing_current on listing_version (list, source_id) where last_version is null;
create index listing_imo on listing_version (imo) where imo is not null;
create index listing_mmsi on listing_version (mmsi) where mmsi is not null;

-- Dated facts of lists that have no file one could take in.
create table reference_fact (
    id          uuid primary key,
    authority   text        not null,
    list        text        not null,
    imo         text        not null,
    name        text        not null,
    listed_on   date        not null,
    source      text        not null,
    recorded_by text        not null,
    recorded_at timestamptz not null,
    unique (list, imo, listed_on)
);
create index reference_fact_imo on reference_fact (imo);
