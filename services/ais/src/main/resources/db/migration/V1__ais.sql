-- One uploaded file. The bytes lie in the state directory of the instance that took them.
create table job (
    id                  uuid primary key,
    instance            uuid        not null,
    state               text        not null check (state in ('queued', 'running', 'done', 'failed')),
    file_name           text        not null,
    source              text        not null,
    synthetic           boolean     not null,
    sha256              text        not null,
    size_bytes          bigint      not null,
    starts_at           timestamptz,
    submitted_by        text        not null,
    submitted_at        timestamptz not null,
    started_at          timestamptz,
    finished_at         timestamptz,
    error               text,
    progress            double precision not null default 0,
    frames_acknowledged bigint      not null default 0,
    summary             jsonb       not null default '{}'
);
-- The same bytes are taken once. A start time is part of it: it changes what the lines mean.
create unique index job_content on job (sha256, coalesce(starts_at, '-infinity'));
create index job_waiting on job (instance, submitted_at) where state in ('queued', 'running');
create index job_newest on job (submitted_at desc, id);

create table job_reject (
    job    uuid   not null references job on delete cascade,
    line   bigint not null,
    reason text   not null,
    detail text   not null,
    text   text,
    primary key (job, line, reason)
);

-- The fixes of one transmitter on one UTC day, in time order: frames, see SegmentCodec.
create table track_segment (
    mmsi          integer     not null,
    day           date        not null,
    from_at       timestamptz not null,
    to_at         timestamptz not null,
    min_latitude  integer     not null,
    max_latitude  integer     not null,
    min_longitude integer     not null,
    max_longitude integer     not null,
    fixes         integer     not null,
    synthetic     boolean     not null,
    bytes         bytea       not null,
    primary key (mmsi, day)
);
alter table track_segment alter column bytes set storage external;
create index track_segment_time on track_segment (day, from_at, to_at);

-- What is known of a transmitter from its fixes; kept in the transaction of the segments.
create table vessel_track (
    mmsi           integer primary key,
    fixes          bigint      not null,
    first_at       timestamptz not null,
    last_at        timestamptz not null,
    last_latitude  integer     not null,
    last_longitude integer     not null,
    last_speed     integer     not null,
    last_course    integer     not null,
    synthetic      boolean     not null,
    sources        text[]      not null
);

create table source_track (
    name      text primary key,
    fixes     bigint      not null,
    first_at  timestamptz not null,
    last_at   timestamptz not null,
    synthetic boolean     not null
);

-- Next offset to read, written in the transaction of what was read.
create table consumed_offset (
    consumer    text    not null,
    topic       text    not null,
    partition   integer not null,
    next_offset bigint  not null,
    primary key (consumer, topic, partition)
);

-- What a transmitter says of itself: the newest value of each field.
create table vessel (
    mmsi           integer primary key,
    version        integer     not null,
    imo            text,
    name           text,
    call_sign      text,
    ship_type_code integer,
    length_metres  integer,
    beam_metres    integer,
    first_seen_at  timestamptz not null,
    last_seen_at   timestamptz not null,
    synthetic      boolean     not null
);
create index vessel_name on vessel (lower(name) text_pattern_ops);
create index vessel_call_sign on vessel (lower(call_sign) text_pattern_ops);
create index vessel_imo on vessel (imo text_pattern_ops);

-- Every claim as it was made, dated. The id is made of the claim, so that it exists once.
create table vessel_identity (
    id             uuid primary key,
    mmsi           integer     not null,
    origin         text        not null,
    imo            text,
    name           text,
    call_sign      text,
    ship_type_code integer,
    length_metres  integer,
    beam_metres    integer,
    source         text        not null,
    synthetic      boolean     not null,
    first_seen_at  timestamptz not null,
    last_seen_at   timestamptz not null
);
create index vessel_identity_mmsi on vessel_identity (mmsi, last_seen_at desc);

-- Newest version of each activity, and all versions as they came.
create table activity (
    id        uuid primary key,
    kind      text        not null,
    version   integer     not null,
    state     text        not null,
    mmsi      integer     not null,
    from_at   timestamptz not null,
    to_at     timestamptz,
    synthetic boolean     not null,
    record    jsonb       not null
);
create index activity_newest on activity (from_at desc, id);
create index activity_mmsi on activity (mmsi, from_at desc);

create table activity_version (
    id      uuid    not null,
    version integer not null,
    record  jsonb   not null,
    primary key (id, version)
);
