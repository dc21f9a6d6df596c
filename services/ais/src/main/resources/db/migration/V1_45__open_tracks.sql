-- Pieces that lie as they came change with every batch, all of a large fleet in one transaction: each page then holds
-- two versions of all its rows, and with less room than that half of the new ones went to other pages, with entries in
-- each index. Settled ones are never changed and lie as close as they can. So each kind has a table of its own, and
-- track_segment is both.
alter table track_segment rename to track_settled;
alter table track_settled rename constraint track_segment_pkey to track_settled_pkey;
alter table track_settled reset (fillfactor);

create table track_open (like track_settled including defaults including storage)
    with (fillfactor = 45,
          -- What is dead is gone when its page is next looked at, so a round for it finds next to nothing; what is
          -- settled leaves in bulk.
          autovacuum_vacuum_scale_factor = 1, autovacuum_analyze_scale_factor = 1);
insert into track_open select * from track_settled where part >= 0 order by day, mmsi, part;
delete from track_settled where part >= 0;
drop index track_segment_unsettled;
drop index track_segment_old;
alter table track_open add constraint track_open_pkey primary key (mmsi, day, part);
-- Each day has one piece with the number 0, and no column of these ever changes.
create index track_segment_unsettled on track_open (day, mmsi) where part = 0;
create index track_segment_old on track_open (day, mmsi) where format = 1;

create table track_segment (like track_settled including defaults including storage) partition by range (part);
alter table track_segment add constraint track_segment_pkey primary key (mmsi, day, part);
alter table track_segment attach partition track_settled for values from (minvalue) to (0);
alter table track_segment attach partition track_open for values from (0) to (maxvalue);

-- A ship's totals change as often as her last piece.
alter table vessel_track set (fillfactor = 45, autovacuum_vacuum_scale_factor = 1, autovacuum_analyze_scale_factor = 1);
