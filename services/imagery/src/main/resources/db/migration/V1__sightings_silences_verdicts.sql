-- `record` is the contract record of the newest version, as JSON; the columns beside it are for
-- finding it. Every version ever published stays in the table `…_version`.

create table sighting (
    id          uuid primary key,
    version     int              not null,
    state       text             not null,
    from_at     timestamptz      not null,
    to_at       timestamptz      not null,
    latitude    double precision not null,
    longitude   double precision not null,
    record      text             not null,
    note        text,
    scene_id    text,
    recorded_by text             not null,
    recorded_at timestamptz      not null,
    check (to_at >= from_at)
);
create index sighting_time on sighting using gist (tstzrange(from_at, to_at, '[]'));
create index sighting_newest_first on sighting (from_at desc, id desc);

create table sighting_version (
    id          uuid primary key,
    sighting_id uuid        not null references sighting (id),
    version     int         not null,
    record      text        not null,
    changed_by  text        not null,
    changed_at  timestamptz not null,
    unique (sighting_id, version)
);

-- Silences as told by the ais service.
create table silence (
    id              uuid primary key,
    version         int              not null,
    state           text             not null,
    mmsi            text             not null,
    start_at        timestamptz      not null,
    end_at          timestamptz,
    start_latitude  double precision not null,
    record          text             not null
);
create index silence_time on silence using gist (tstzrange(start_at, end_at, '[]'));
create index silence_mmsi on silence (mmsi);

-- Identities as told by the ais service, with every length and IMO number a transmitter ever claimed.
create table vessel (
    mmsi    text primary key,
    version int  not null,
    record  text not null,
    lengths text not null,
    imos    text not null
);

create table verdict (
    id          uuid primary key,
    version     int         not null,
    sighting_id uuid        not null references sighting (id),
    silence_id  uuid        not null references silence (id),
    mmsi        text        not null,
    outcome     text        not null,
    reached_at  timestamptz not null,
    record      text        not null,
    unique (sighting_id, silence_id)
);
create index verdict_silence on verdict (silence_id);
create index verdict_vessel on verdict (mmsi, reached_at desc, id desc);

create table verdict_version (
    id         uuid primary key,
    verdict_id uuid not null references verdict (id),
    version    int  not null,
    record     text not null,
    unique (verdict_id, version)
);
