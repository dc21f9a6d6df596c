-- One image and its footprint. `record` is the newest version as JSON; the columns beside it are
-- for finding it. `east` lies beyond 180 where the footprint crosses the antimeridian.
create table scene (
    id          uuid primary key,
    version     int              not null,
    state       text             not null,
    name        text             not null,
    start_at    timestamptz      not null,
    end_at      timestamptz      not null,
    south       double precision not null,
    north       double precision not null,
    west        double precision not null,
    east        double precision not null,
    record      text             not null,
    recorded_by text             not null,
    recorded_at timestamptz      not null,
    check (end_at >= start_at),
    check (north >= south and east >= west and west >= -180 and west < 180)
);
create index scene_time on scene using gist (tstzrange(start_at, end_at, '[]'));
create index scene_newest_first on scene (start_at desc, id desc);
create index scene_name on scene (name);

create table scene_version (
    id         uuid primary key,
    scene_id   uuid        not null references scene (id),
    version    int         not null,
    record     text        not null,
    changed_by text        not null,
    changed_at timestamptz not null,
    unique (scene_id, version)
);

-- The registered scene a sighting was seen in; `scene_id` stays what its sender called it.
alter table sighting add column registered_scene_id uuid references scene (id);
create index sighting_scene on sighting (registered_scene_id) where registered_scene_id is not null;
