-- What each version of a case was first exported with, so that it comes out the same ever after: a time
-- stamp that arrived later stays out of it.

select set_config('fairlead.system', 'on', true);

create table dossier (
    id              uuid primary key,
    team            text        not null,
    case_id         uuid        not null references case_file,
    version         int         not null,
    profile         text        not null check (profile in ('FULL', 'PARTNER', 'PUBLIC')),
    is_draft        boolean     not null,
    -- Of the checkpoint it has; 0 where the platform has no key.
    checkpoint_size bigint      not null,
    has_timestamp   boolean     not null,
    software        text        not null,
    made_by         text        not null,
    made_at         timestamptz not null,
    unique (case_id, version, profile, is_draft)
);

alter table dossier enable row level security;
alter table dossier force row level security;
create policy platform on dossier using ((select caller_is_platform()));
create policy seen on dossier for select using
    (exists (select 1 from case_file c where c.id = case_id));
create policy made on dossier for insert with check
    (case_allows(case_id, 'export') or case_allows(case_id, 'export-redacted'));
create trigger append_only before update or delete on dossier
    for each row execute function refuse_rewriting();
create trigger append_only_whole before truncate on dossier
    for each statement execute function refuse_rewriting();

do $$
declare
    grantee text;
begin
    for grantee in
        select distinct g.grantee from information_schema.role_table_grants g
        where g.table_schema = 'public' and g.table_name = 'dossier' and g.grantee <> current_user
    loop
        execute format('revoke update, delete, truncate on dossier from %I', grantee);
    end loop;
end
$$;
