-- Every change of a silence or a vessel gets a number, in the order of their commits: who adds them
-- holds the one turn there is until it commits. What is kept in memory asks for what came after.
create sequence change_number;

create function number_change() returns trigger language plpgsql as $$
begin
    new.change := nextval('change_number');
    return new;
end
$$;

alter table silence add column change bigint not null default 0;
alter table vessel add column change bigint not null default 0;
update silence set change = nextval('change_number');
update vessel set change = nextval('change_number');
create trigger silence_change before insert or update on silence
    for each row execute function number_change();
create trigger vessel_change before insert or update on vessel
    for each row execute function number_change();
create index silence_by_change on silence (change);
create index vessel_by_change on vessel (change);

-- What people say of a sighting and a ship: that this was she, or was not. Two different people have
-- to say so before it is confirmed, and a sighting is of one ship.
create table association (
    id              uuid primary key,
    version         int         not null,
    sighting_id     uuid        not null references sighting (id),
    mmsi            text        not null,
    state           text        not null check (state in ('proposed', 'confirmed', 'rejected', 'disputed', 'withdrawn')),
    first_confirmed_by  text,
    second_confirmed_by text,
    record          text        not null,
    changed_at      timestamptz not null,
    unique (sighting_id, mmsi),
    constraint two_people_confirm check (
        state <> 'confirmed'
        or (first_confirmed_by is not null and second_confirmed_by is not null
            and first_confirmed_by <> second_confirmed_by))
);
create unique index association_one_ship_a_sighting on association (sighting_id) where state = 'confirmed';
create index association_vessel on association (mmsi, changed_at desc);

create table association_statement (
    id              uuid primary key,
    association_id  uuid        not null references association (id),
    stance          text        not null check (stance in ('confirm', 'reject')),
    reason          text        not null check (length(btrim(reason)) > 0),
    verdict_id      uuid,
    verdict_version int,
    said_by         text        not null,
    username        text        not null,
    said_at         timestamptz not null,
    withdrawn_at    timestamptz
);
-- One standing statement a person.
create unique index association_statement_one_a_person
    on association_statement (association_id, said_by) where withdrawn_at is null;
create index association_statement_of on association_statement (association_id, said_at);
