-- A ship says who she is every six minutes, and only the dates change. Where no indexed column changes PostgreSQL writes
-- the new version of a row beside the old and touches no index, given room on the page. A ship has a few of these rows.
drop index vessel_identity_mmsi;
create index vessel_identity_mmsi on vessel_identity (mmsi);
alter table vessel_identity set (fillfactor = 80);

drop index vessel_draught_mmsi;
create index vessel_draught_mmsi on vessel_draught (mmsi);
alter table vessel_draught set (fillfactor = 80);

alter table vessel set (fillfactor = 80);
