-- Files as evidence, what became of every exhibit, and exhibits that are no longer what was frozen.

select set_config('fairlead.system', 'on', true);

-- The bytes of a file lie in the blob store under the same hash.
alter table evidence_content alter column content drop not null;
alter table evidence_content add column stored_in text not null default 'DATABASE'
    check (stored_in in ('DATABASE', 'BLOBS'));
alter table evidence_content add constraint content_where_it_is
    check ((stored_in = 'DATABASE') = (content is not null));

alter table evidence alter column size_bytes type bigint;
alter table evidence
    add column file_name  text,
    add column media_type text,
    -- What whoever opens the file should know first.
    add column warnings   text[] not null default '{}',
    -- Which version of which rule made the record, and with what thresholds (JSON), where it says.
    add column detector   text,
    add column parameters text;

-- Which exhibits were frozen from what a source takes back.
create index evidence_source on evidence (split_part(split_part(href, '?', 1), '/', 6));

-- A chain of its own for every exhibit. `case_sequence` is the entry of the case's audit that the
-- event belongs to.
create table custody (
    id            uuid primary key,
    team          text        not null,
    case_id       uuid        not null references case_file,
    evidence_id   uuid        not null references evidence,
    sequence      int         not null,
    at            timestamptz not null,
    actor         text        not null,
    subject       text        not null,
    action        text        not null check (action in ('collected', 'viewed', 'downloaded', 'derived',
        'exported', 'verified', 'transferred', 'disposed')),
    detail        text        not null,
    case_sequence int         not null,
    previous_hash text        not null,
    hash          text        not null,
    unique (evidence_id, sequence)
);
create index custody_case on custody (case_id, case_sequence);

-- Exhibits found to be other bytes than were frozen. A row is never taken back by the platform.
create table evidence_alarm (
    evidence_id  uuid primary key references evidence,
    team         text        not null,
    case_id      uuid        not null references case_file,
    found_sha256 text        not null,
    found_at     timestamptz not null
);

do $$
declare
    kept text;
    grantee text;
begin
    foreach kept in array array['custody', 'evidence_alarm'] loop
        execute format('alter table %I enable row level security', kept);
        execute format('alter table %I force row level security', kept);
        execute format('create policy platform on %I using ((select caller_is_platform()))', kept);
        execute format('create policy seen on %I for select using'
            || ' (exists (select 1 from case_file c where c.id = case_id))', kept);
        -- Whoever looks at an exhibit is written down.
        execute format('create policy told on %I for insert with check'
            || ' (exists (select 1 from case_file c where c.id = case_id))', kept);
        execute format('create trigger append_only before update or delete on %I'
            || ' for each row execute function refuse_rewriting()', kept);
        execute format('create trigger append_only_whole before truncate on %I'
            || ' for each statement execute function refuse_rewriting()', kept);
        for grantee in
            select distinct g.grantee from information_schema.role_table_grants g
            where g.table_schema = 'public' and g.table_name = kept and g.grantee <> current_user
        loop
            execute format('revoke update, delete, truncate on %I from %I', kept, grantee);
        end loop;
    end loop;
end
$$;
