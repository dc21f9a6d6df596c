-- Activities of all kinds: of an area there is no ship, of an encounter there are two.
alter table activity alter column mmsi drop not null;
alter table activity add column others    integer[] not null default '{}';
alter table activity add column latitude  double precision;
alter table activity add column longitude double precision;
update activity set latitude  = (record -> 'start' ->> 'latitudeDegrees')::double precision,
                    longitude = (record -> 'start' ->> 'longitudeDegrees')::double precision;
create index activity_others on activity using gin (others);
create index activity_kind on activity (kind, from_at desc, id);

-- Draughts as typed in by the crew: one row a ship, day, value and source.
create table vessel_draught (
    id            uuid primary key,
    mmsi          integer     not null,
    decimetres    integer     not null,
    source        text        not null,
    synthetic     boolean     not null,
    first_seen_at timestamptz not null,
    last_seen_at  timestamptz not null
);
create index vessel_draught_mmsi on vessel_draught (mmsi, first_seen_at);
