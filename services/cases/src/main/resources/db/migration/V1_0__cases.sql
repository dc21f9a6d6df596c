-- What the transmitters say of themselves: the same for every team.
create table vessel (
    mmsi      text primary key,
    version   int     not null,
    imo       text,
    name      text,
    synthetic boolean not null
);

-- Below: everything that belongs to one team. Each row names it, and row-level security (at the
-- end) shows and takes only rows of the team set for the transaction.

create table lead (
    id               uuid primary key,
    team             text        not null,
    version          int         not null,
    state            text        not null,
    kind             text        not null,
    headline         text        not null,
    why              text        not null,
    mmsi             text,
    imo              text,
    vessel_name      text,
    occurred_from    timestamptz,
    occurred_to      timestamptz,
    latitude         double precision,
    longitude        double precision,
    source_service   text,
    source_id        text        not null,
    source_version   int         not null,
    source_href      text,
    is_retracted     boolean     not null,
    synthetic        boolean     not null,
    priority         text        not null,
    due_at           timestamptz not null,
    raised_at        timestamptz not null,
    changed_at       timestamptz not null,
    dismissed_reason text,
    is_dismissed_by_source boolean not null,
    snoozed_until    timestamptz,
    unique (team, kind, source_id)
);
create index lead_queue on lead (team, state, due_at, id);
create index lead_vessel on lead (team, mmsi);

create table case_number (
    team text not null,
    year int  not null,
    last int  not null,
    primary key (team, year)
);

create table case_file (
    id           uuid primary key,
    team         text        not null,
    number       text        not null,
    title        text        not null,
    summary      text,
    state        text        not null,
    outcome      text,
    priority     text        not null,
    handling     text        not null,
    is_synthetic boolean     not null,
    opened_by    text        not null,
    opened_at    timestamptz not null,
    changed_at   timestamptz not null,
    version      int         not null,
    unique (team, number)
);
create index case_file_listed on case_file (team, opened_at desc, id desc);

create table case_lead (
    id          uuid primary key,
    team        text        not null,
    case_id     uuid        not null references case_file,
    lead_id     uuid        not null references lead,
    attached_by text        not null,
    attached_at timestamptz not null,
    unique (case_id, lead_id)
);
create index case_lead_lead on case_lead (lead_id);

create table subject (
    id       uuid primary key,
    team     text        not null,
    case_id  uuid        not null references case_file,
    kind     text        not null,
    mmsi     text,
    imo      text,
    name     text,
    added_by text        not null,
    added_at timestamptz not null
);
create index subject_case on subject (case_id, added_at, id);

create table note (
    id      uuid primary key,
    team    text        not null,
    case_id uuid        not null references case_file,
    text    text        not null,
    author  text        not null,
    at      timestamptz not null
);
create index note_case on note (case_id, at, id);

create table fact (
    id         uuid primary key,
    team       text        not null,
    case_id    uuid        not null references case_file,
    from_at    timestamptz not null,
    to_at      timestamptz,
    precision  text        not null,
    title      text        not null,
    detail     text,
    source     text        not null,
    latitude   double precision,
    longitude  double precision,
    added_by   text        not null,
    added_at   timestamptz not null
);
create index fact_case on fact (case_id, from_at, id);

create table case_change (
    id      uuid primary key,
    team    text        not null,
    case_id uuid        not null references case_file,
    title   text        not null,
    detail  text,
    actor   text        not null,
    at      timestamptz not null
);
create index case_change_case on case_change (case_id, at, id);

-- The frozen bytes, by their SHA-256, and where each was put into a case.
create table evidence_content (
    team    text  not null,
    sha256  text  not null check (sha256 = encode(sha256(content), 'hex')),
    content bytea not null,
    primary key (team, sha256)
);

create table evidence (
    id            uuid primary key,
    team          text        not null,
    case_id       uuid        not null references case_file,
    kind          text        not null,
    title         text        not null,
    service       text        not null,
    href          text        not null,
    note          text,
    sha256        text        not null,
    size_bytes    int         not null,
    collected_by  text        not null,
    collected_at  timestamptz not null,
    synthetic     boolean     not null,
    source        text,
    licence       text,
    geometry      text,
    occurred_from timestamptz,
    occurred_to   timestamptz,
    foreign key (team, sha256) references evidence_content,
    unique (case_id, sha256)
);
create index evidence_case on evidence (case_id, collected_at, id);

-- `chain` is the case or lead the entry is about; entries of a chain are numbered and each carries
-- the hash of the one before.
create table audit (
    id            uuid primary key,
    team          text        not null,
    chain         uuid        not null,
    sequence      int         not null,
    at            timestamptz not null,
    actor         text        not null,
    subject       text        not null,
    action        text        not null,
    object        text        not null,
    detail        text        not null,
    previous_hash text        not null,
    hash          text        not null,
    unique (chain, sequence)
);

-- Answers already given, so that a repeated request repeats the answer instead of the deed.
create table answered (
    team         text        not null,
    subject      text        not null,
    key          text        not null,
    request_hash text        not null,
    status       int,
    body         text,
    location     text,
    entity_tag   text,
    at           timestamptz not null,
    primary key (team, subject, key)
);

do $$
declare
    owned text;
begin
    foreach owned in array array['lead', 'case_number', 'case_file', 'case_lead', 'subject', 'note',
            'fact', 'case_change', 'evidence_content', 'evidence', 'audit', 'answered'] loop
        execute format('alter table %I enable row level security', owned);
        -- The owner is bound too: a migration that rewrites rows must say fairlead.system = on.
        execute format('alter table %I force row level security', owned);
        execute format(
            'create policy own_team on %I'
            || ' using (team = any (string_to_array(current_setting(''fairlead.teams'', true), '',''))'
            || ' or current_setting(''fairlead.system'', true) = ''on'')', owned);
    end loop;
end
$$;

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;

do $$
declare
    kept text;
    grantee text;
begin
    foreach kept in array array['audit', 'evidence', 'evidence_content'] loop
        execute format('create trigger append_only before update or delete on %I'
            || ' for each row execute function refuse_rewriting()', kept);
        execute format('create trigger append_only_whole before truncate on %I'
            || ' for each statement execute function refuse_rewriting()', kept);
        -- Whoever was granted the table by default keeps reading and inserting only.
        for grantee in
            select distinct g.grantee from information_schema.role_table_grants g
            where g.table_schema = 'public' and g.table_name = kept and g.grantee <> current_user
        loop
            execute format('revoke update, delete, truncate on %I from %I', kept, grantee);
        end loop;
    end loop;
end
$$;
