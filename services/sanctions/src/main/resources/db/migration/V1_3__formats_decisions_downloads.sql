insert into list_source (id, authority, title, lists_vessels, model) values
    ('ofac-cons', 'United States, OFAC', 'Consolidated Sanctions List (non-SDN)', true, 2),
    ('un-1718', 'United Nations, Security Council', 'Vessels designated under resolution 1718', true, 2),
    ('eu-fsf', 'European Union', 'Consolidated list of financial sanctions', true, 2),
    ('eu-833-annex-xlii', 'European Union', 'Regulation 833/2014, Annex XLII (port bans)', true, 2),
    ('uk-sl', 'United Kingdom', 'UK Sanctions List', true, 2),
    ('uk-ofsi', 'United Kingdom, OFSI', 'Consolidated list of financial sanctions targets (until January 2026)', true, 2),
    ('ca-sema', 'Canada', 'Consolidated Canadian Autonomous Sanctions List', true, 2),
    ('opensanctions', 'OpenSanctions', 'A collection of OpenSanctions', true, 2)
    on conflict (id) do nothing;

alter table list_version drop constraint list_version_status_check;
alter table list_version add constraint list_version_status_check
    check (status in ('accepted', 'quarantined', 'rejected'));

-- What the file was recognised as; absent when it was not.
alter table list_version add column format text;
update list_version set format = case list when 'un-sc' then 'un-xml' else 'ofac-csv' end;
-- What was odd in it and dropped nothing, one a line.
alter table list_version add column warnings text not null default '';
-- The bytes of the delta this version was made with.
alter table list_version add column delta_sha256 text;
-- Since when this platform holds it for true: when it came in, or when two people accepted it.
alter table list_version add column accepted_at timestamptz;
update list_version set accepted_at = taken_at where status = 'accepted';
-- Two people decide on a file set aside: one proposes, another confirms.
alter table list_version add column decision text check (decision in ('accept', 'reject'));
alter table list_version add column decision_by text;
alter table list_version add column decision_at timestamptz;
alter table list_version add column decision_comment text;
alter table list_version add column confirmed_by text;
alter table list_version add column confirmed_at timestamptz;

-- Each time the bytes of a version were seen, and when that became known here: what an answer as of
-- an earlier knowledge rests on.
create table list_sighting (
    list        text        not null,
    number      integer     not null,
    observed_at timestamptz not null,
    recorded_at timestamptz not null default now(),
    primary key (list, number, observed_at),
    foreign key (list, number) references list_version (list, number) on delete cascade
);
insert into list_sighting (list, number, observed_at, recorded_at)
    select list, number, observed_at, taken_at from list_version
    union select list, number, last_observed_at, taken_at from list_version;

alter table listing_version add column company_imos text[] not null default '{}';
update listing_version set company_imos =
    array(select jsonb_array_elements_text(canonical -> 'companyImos'))
    where canonical ? 'companyImos';
create index listing_company_imos on listing_version using gin (company_imos);

-- How the last download of a list went.
create table list_download (
    list          text primary key references list_source,
    url           text        not null,
    etag          text,
    last_modified text,
    attempted_at  timestamptz not null,
    outcome       text        not null,
    detail        text,
    failures      integer     not null default 0,
    next_at       timestamptz not null
);
