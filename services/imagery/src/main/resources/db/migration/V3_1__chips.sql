-- Pictures of sightings; the bytes lie in the blob store under their SHA-256.
create table chip (
    id               uuid primary key,
    sighting_id      uuid        not null references sighting (id),
    name             text        not null,
    sha256           text        not null,
    media_type       text        not null,
    size_bytes       bigint      not null,
    width_pixels     bigint      not null,
    height_pixels    bigint      not null,
    graphic          boolean     not null,
    metres_per_pixel double precision,
    x_pixels         double precision,
    y_pixels         double precision,
    up_degrees       double precision,
    added_by         text        not null,
    added_at         timestamptz not null,
    unique (sighting_id, name)
);
