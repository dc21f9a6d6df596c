-- Under which model of listings a list's rows were written (ListingJson.MODEL). Rows of an older one
-- are made anew from the kept bytes before a newer file is held against them.
alter table list_source add column model integer not null default 1;

-- Ships on lists have several numbers. `imo` and `mmsi` stay the first of each.
alter table listing_version add column imos text[] not null default '{}';
alter table listing_version add column mmsis text[] not null default '{}';
update listing_version set imos = array[imo] where imo is not null;
update listing_version set mmsis = array[mmsi] where mmsi is not null;
create index listing_imos on listing_version using gin (imos);
create index listing_mmsis on listing_version using gin (mmsis);
