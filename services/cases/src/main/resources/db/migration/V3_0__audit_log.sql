-- One log over all chains: every entry of the audit in the order it came, under a tree of hashes
-- (RFC 6962) whose root is signed every few minutes and kept elsewhere too.

select set_config('fairlead.system', 'on', true);

-- What somebody listed over many cases is a chain of its own, and its team's.
alter table audit add column scope text not null default 'CASE' check (scope in ('CASE', 'TEAM'));

drop policy seen on audit;
drop policy told on audit;
create policy seen on audit for select using (
    scope = 'CASE' and (exists (select 1 from case_file c where c.id = chain)
        or exists (select 1 from lead l where l.id = chain))
    or scope = 'TEAM' and team = (select caller_text('team'))
        and ((select caller_has('read-audit')) or subject = (select caller_text('subject'))));
create policy told on audit for insert with check (
    scope = 'CASE' and (exists (select 1 from case_file c where c.id = chain)
        or exists (select 1 from lead l where l.id = chain))
    or scope = 'TEAM' and team = (select caller_text('team')));

-- Entries that are not in the log yet. The number is the order in which they came, whatever the clock
-- said; within a chain one entry is written after the other is committed.
create table audit_waiting (
    serial   bigint generated always as identity primary key,
    audit_id uuid not null unique references audit
);

create table audit_leaf (
    index    bigint primary key check (index >= 0),
    audit_id uuid   not null unique references audit,
    hash     text   not null check (length(hash) = 64),
    -- SHA-256 over the chained hash before and this hash: one chain over the whole instance.
    chained  text   not null check (length(chained) = 64)
);

-- Complete subtrees above the leaves.
create table audit_node (
    level    int    not null check (level > 0),
    position bigint not null check (position >= 0),
    hash     bytea  not null check (length(hash) = 32),
    primary key (level, position)
);

create table audit_checkpoint (
    size    bigint      primary key check (size > 0),
    note    text        not null,
    made_at timestamptz not null
);

create table audit_timestamp (
    size     bigint      primary key references audit_checkpoint,
    response bytea       not null,
    at       timestamptz not null
);

insert into audit_waiting (audit_id)
select id from (
    select id, chain, sequence,
        max(at) over (partition by chain order by sequence) as settled
    from audit) as entry
order by settled, chain, sequence;

create function audit_waits() returns trigger language plpgsql as $$
begin
    insert into audit_waiting (audit_id) values (new.id);
    return new;
end
$$;
create trigger waits after insert on audit for each row execute function audit_waits();

do $$
declare
    kept text;
    grantee text;
begin
    foreach kept in array array['audit_leaf', 'audit_node', 'audit_checkpoint', 'audit_timestamp'] loop
        execute format('alter table %I enable row level security', kept);
        execute format('alter table %I force row level security', kept);
        execute format('create policy platform on %I using ((select caller_is_platform()))', kept);
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
    alter table audit_waiting enable row level security;
    alter table audit_waiting force row level security;
    create policy platform on audit_waiting using ((select caller_is_platform()));
    -- Whoever writes an entry puts it in the queue; nobody but the platform sees it there.
    create policy queued on audit_waiting for insert with check (true);
end
$$;

-- Hashes, checkpoints and their proofs tell nothing of any case.
create policy seen on audit_leaf for select using ((select caller_text('team')) is not null);
create policy seen on audit_node for select using ((select caller_text('team')) is not null);
create policy seen on audit_checkpoint for select using ((select caller_text('team')) is not null);
create policy seen on audit_timestamp for select using ((select caller_text('team')) is not null);
