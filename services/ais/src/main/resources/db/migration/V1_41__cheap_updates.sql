-- A ship's row and the last piece of her day change with every batch. Where no indexed column changes
-- PostgreSQL writes the new version beside the old and touches no index, given room on the page.

-- Nobody asks for segments by time alone: it is by ship, or by cell and ship.
drop index track_segment_time;
alter table track_segment set (fillfactor = 75);

-- Where a ship was last, to a quarter of a degree: a ship under way leaves it once in an hour.
drop index vessel_track_last;
alter table vessel_track add column last_cell integer not null
    generated always as ((last_latitude + 54000000) / 150000 * 1440
                         + least(1439, (last_longitude + 108000000) / 150000)) stored;
create index vessel_track_last_cell on vessel_track (last_cell);
alter table vessel_track set (fillfactor = 60);
