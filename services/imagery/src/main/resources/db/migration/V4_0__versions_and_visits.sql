-- A corrected sighting may carry another note; the one before stays readable with its version.
alter table sighting_version add column note text;

-- Port visits that rest on an image and two people's word, as last told.
create table sighted_visit (
    id      uuid primary key,
    version int  not null,
    record  text not null
);
