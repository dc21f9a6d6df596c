-- A ship's day lies in pieces: what comes later is added, not merged into what is there; pieces are
-- merged when there are many. Format 1 is that of frames, rewritten in the background; 2 is
-- org.fairlead.tracks.SegmentCodec.
alter table track_segment add column part integer not null default 0;
alter table track_segment add column format smallint not null default 1;
alter table track_segment alter column format set default 2;
alter table track_segment drop constraint track_segment_pkey;
alter table track_segment add primary key (mmsi, day, part);
create index track_segment_old on track_segment (day, mmsi) where format = 1;

-- Who was heard in which quarter of a degree on a day.
create table track_cell (
    day  date    not null,
    cell integer not null,
    mmsi integer not null,
    primary key (day, cell, mmsi)
);
