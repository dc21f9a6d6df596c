-- Live feeds. One instance owns a feed at a time; it renews its lease and tells how the feed does.
create table feed (
    id           uuid primary key,
    name         text        not null unique,
    kind         text        not null check (kind in ('tcp-client', 'tcp-server', 'udp')),
    host         text        not null,
    port         integer     not null check (port between 1 and 65535),
    receiver     text        not null,
    source_class text        not null check (source_class in ('terrestrial', 'satellite', 'unknown')),
    created_by   text        not null,
    created_at   timestamptz not null,
    owner        uuid,
    lease_until  timestamptz,
    status       jsonb
);

-- Raw sentences: one row for each file or recording, chained by hash in the order of an instance.
create table archive_entry (
    instance     uuid        not null,
    sequence     bigint      not null,
    kind         text        not null check (kind in ('upload', 'feed')),
    subject      uuid        not null,
    part         bigint      not null,
    source       text        not null,
    source_class text        not null,
    synthetic    boolean     not null,
    receiver     text        not null,
    starts_at    timestamptz,
    submitted_at timestamptz not null,
    from_at      timestamptz,
    to_at        timestamptz,
    lines        bigint      not null,
    file         text        not null,
    stored_bytes bigint      not null,
    sha256       text        not null,
    previous     text        not null,
    hash         text        not null,
    primary key (instance, sequence),
    unique (kind, subject, part)
);
create index archive_entry_time on archive_entry (from_at, to_at);
