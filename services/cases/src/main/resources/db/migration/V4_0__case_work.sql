-- The work in and around a case: tasks, templates, own fields, tags, hold and retention, merging, related
-- cases, other teams on the same hull, notices and watches; who decides on a lead and what is overdue.

select set_config('fairlead.system', 'on', true);

insert into policy_rule (basis, role, action) values
    ('team', 'lead', 'configure'),
    ('team', 'org-admin', 'configure'),
    ('named', 'lead', 'configure');

alter table case_file
    add column due_at               timestamptz,
    add column investigator         text,
    add column investigator_name    text,
    add column tags                 varchar[]   not null default '{}',
    -- JSON object, key of the field to its value.
    add column custom_fields        text        not null default '{}',
    add column hold_reason          text,
    add column held_by              text,
    add column held_at              timestamptz,
    add column closed_at            timestamptz,
    add column retain_until         timestamptz,
    add column disposal_proposed_at timestamptz,
    add column superseded_by        uuid references case_file,
    add column deconfliction        text        not null default 'SILENT'
        check (deconfliction in ('SILENT', 'NOTIFY_OWNER', 'VISIBLE'));
create index case_file_tags on case_file using gin (tags);
create index case_file_changed on case_file (changed_at desc, id desc);
create index case_file_all on case_file (opened_at desc, id desc);
create index case_file_retained on case_file (retain_until) where retain_until is not null;
create index case_file_superseded on case_file (superseded_by) where superseded_by is not null;
create index subject_mmsi on subject (mmsi) where mmsi is not null;
create index subject_imo on subject (imo) where imo is not null;

alter table note add column mentions text not null default '[]';

create table task (
    id            uuid primary key,
    team          text        not null,
    case_id       uuid        not null references case_file,
    version       int         not null,
    title         text        not null,
    detail        text,
    state         text        not null check (state in ('OPEN', 'IN_PROGRESS', 'DONE', 'DROPPED')),
    assignee      text,
    assignee_name text,
    due_at        timestamptz,
    -- What made the platform ask for it; asked for twice, it is one task.
    origin        text,
    created_by    text        not null,
    created_at    timestamptz not null,
    changed_by    text        not null,
    changed_at    timestamptz not null,
    unique (case_id, origin)
);
create index task_case on task (case_id, created_at, id);
create index task_assignee on task (assignee, due_at, id) where state in ('OPEN', 'IN_PROGRESS');

create table case_template (
    id         uuid primary key,
    team       text        not null,
    version    int         not null,
    name       text        not null,
    -- JSON: what a case made from it begins with.
    content    text        not null,
    is_retired boolean     not null,
    changed_by text        not null,
    changed_at timestamptz not null,
    unique (team, name)
);

create table custom_field (
    team       text    not null,
    key        text    not null,
    label      text    not null,
    kind       text    not null check (kind in ('TEXT', 'NUMBER', 'DATE', 'FLAG', 'CHOICE')),
    choices    text[]  not null,
    changed_by text    not null,
    changed_at timestamptz not null,
    primary key (team, key)
);

create table retention_rule (
    team      text not null,
    -- '' stands for every outcome without a rule of its own.
    outcome   text not null,
    keep_days int  not null check (keep_days between 1 and 36500),
    mode      text not null check (mode in ('PROPOSE', 'DISPOSE')),
    primary key (team, outcome)
);

create table case_relation (
    id       uuid primary key,
    team     text        not null,
    case_id  uuid        not null references case_file,
    other_id uuid        not null references case_file,
    reason   text        not null,
    added_by text        not null,
    added_at timestamptz not null,
    unique (case_id, other_id),
    check (case_id <> other_id)
);
create index case_relation_other on case_relation (other_id);

create table notification (
    id      uuid primary key,
    team    text        not null,
    subject text        not null,
    kind    text        not null,
    case_id uuid        references case_file,
    lead_id uuid        references lead,
    text    text        not null,
    by      text        not null,
    at      timestamptz not null,
    read_at timestamptz
);
create index notification_subject on notification (subject, at desc, id desc);
create index notification_unread on notification (subject) where read_at is null;

create table watch (
    id            uuid primary key,
    team          text             not null,
    subject       text             not null,
    owner_name    text             not null,
    kind          text             not null check (kind in ('VESSEL', 'AREA', 'QUERY')),
    title         text             not null,
    mmsi          text,
    imo           text,
    south         double precision,
    west          double precision,
    north         double precision,
    east          double precision,
    words         text,
    created_at    timestamptz      not null
);
create index watch_team on watch (team, kind);

alter table lead
    add column assignee      text,
    add column assignee_name text,
    add column escalated_at  timestamptz;
create index lead_due on lead (due_at, id) where state = 'NEW';
create index lead_changed on lead (team, changed_at desc, id desc);
create index lead_team_due on lead (team, due_at, id) where state in ('NEW', 'SNOOZED');

create table inbox_rule (
    team          text primary key,
    assignment    text        not null check (assignment in ('NOBODY', 'LEAST_LOADED')),
    -- JSON list of people: subject and name.
    people        text        not null,
    -- JSON, one person, or null.
    escalate_to   text,
    changed_by    text        not null,
    changed_at    timestamptz not null
);

create table handover (
    id         uuid primary key,
    team       text        not null,
    case_id    uuid        references case_file,
    asked_for  text        not null,
    to_subject text        not null,
    to_name    text        not null,
    reason     text        not null,
    by_subject text        not null,
    by_name    text        not null,
    at         timestamptz not null
);

do $$
declare
    owned text;
begin
    foreach owned in array array['task', 'case_template', 'custom_field', 'retention_rule',
            'case_relation', 'notification', 'watch', 'inbox_rule', 'handover'] loop
        execute format('alter table %I enable row level security', owned);
        execute format('alter table %I force row level security', owned);
        execute format('create policy platform on %I using ((select caller_is_platform()))', owned);
    end loop;
    -- What the team has set up is read by its members and changed by who may set it up.
    foreach owned in array array['case_template', 'custom_field', 'retention_rule', 'inbox_rule'] loop
        execute format('create policy seen on %I for select using'
            || ' (team = (select caller_text(''team'')))', owned);
        execute format('create policy configured on %I for all using'
            || ' (team = (select caller_text(''team'')) and (select caller_has(''configure'')))', owned);
    end loop;
end
$$;

-- Whoever sees a case of another team sees what its fields mean.
create policy met on custom_field for select using (
    exists (select 1 from case_file c where c.team = custom_field.team));

create policy seen on task for select using (
    exists (select 1 from case_file c where c.id = case_id));
create policy contributed on task for insert with check (case_allows(case_id, 'contribute'));
create policy changed on task for update using (case_allows(case_id, 'contribute'));

-- A relation exists for whoever sees both ends.
create policy seen on case_relation for select using (
    exists (select 1 from case_file c where c.id = case_id)
    and exists (select 1 from case_file c where c.id = other_id));
create policy related on case_relation for insert with check (
    case_allows(case_id, 'edit') and exists (select 1 from case_file c where c.id = other_id));
create policy parted on case_relation for delete using (
    case_allows(case_id, 'edit') or case_allows(other_id, 'edit'));

-- Told to one person, and only as long as that person sees what it is about. Telling needs no more than
-- seeing it oneself: who must not know of it is not told, and the teller does not learn which of the two.
create policy seen on notification for select using (
    subject = (select caller_text('subject')) and not (select caller_is_machine())
    and (case_id is null or exists (select 1 from case_file c where c.id = case_id))
    and (lead_id is null or exists (select 1 from lead l where l.id = lead_id)));
create policy told on notification for insert with check (
    (case_id is null or exists (select 1 from case_file c where c.id = case_id))
    and (lead_id is null or exists (select 1 from lead l where l.id = lead_id)));
create policy read on notification for update using (subject = (select caller_text('subject')));

create policy own on watch for all using (
    subject = (select caller_text('subject')) and team = (select caller_text('team')));

-- An exclusion and its end are told in a chain of their own, to those who manage access and never to the
-- one it is about, not even once it is lifted.
create policy seen_of_exclusion on audit for select using (
    exists (select 1 from case_exclusion e where e.id = chain
        and e.subject <> (select caller_text('subject'))));
create policy told_of_exclusion on audit for insert with check (
    exists (select 1 from case_exclusion e where e.id = chain));

-- Who else works on a hull and lets others know. Never a sealed case, and never one that the caller is
-- shut out of, not cleared for or not read into.
create function hull_elsewhere(hulls text[]) returns table (team text, contact text)
    language plpgsql volatile as
$$
declare
    own text := caller_text('team');
    level int := caller_clearance();
    held text[] := caller_list('compartments');
    shut uuid[] := caller_excluded();
begin
    perform set_config('fairlead.system', 'on', true);
    return query
        select distinct c.team, c.investigator_name
        from case_file c join subject s on s.case_id = c.id
        where (s.mmsi = any (hulls) or s.imo = any (hulls))
          and c.deconfliction = 'VISIBLE' and c.visibility <> 'SEALED' and c.state <> 'CLOSED'
          and c.deleted_at is null and c.team <> own and c.handling_level <= level
          and c.compartments <@ held and c.id <> all (shut)
        order by 1, 2;
    perform set_config('fairlead.system', 'off', true);
end
$$;

-- Tells the leads of other teams' cases on these hulls, where both sides let it be known.
create function tell_of_hull(told_by uuid, hulls text[], sentence text) returns int
    language plpgsql volatile as
$$
declare
    mine case_file;
    told int;
begin
    select * into mine from case_file c where c.id = told_by;
    if not found or mine.deconfliction = 'SILENT' or mine.visibility = 'SEALED' then
        return 0;
    end if;
    perform set_config('fairlead.system', 'on', true);
    insert into notification (id, team, subject, kind, case_id, text, by, at)
        select gen_random_uuid(), c.team, who.subject, 'SAME_HULL', c.id, sentence, mine.team, clock_timestamp()
        from case_file c
        cross join lateral (
            select c.investigator as subject where c.investigator is not null
            union select g.grantee from case_grant g where g.case_id = c.id and g.role = 'LEAD'
                and g.grantee_kind = 'PERSON' and g.revoked_at is null) who
        where c.team <> mine.team and c.deconfliction <> 'SILENT' and c.state <> 'CLOSED'
          and c.deleted_at is null
          and exists (select 1 from subject s where s.case_id = c.id
              and (s.mmsi = any (hulls) or s.imo = any (hulls)))
          and not exists (select 1 from notification n where n.case_id = c.id and n.subject = who.subject
              and n.kind = 'SAME_HULL' and n.text = sentence);
    get diagnostics told = row_count;
    perform set_config('fairlead.system', 'off', true);
    return told;
end
$$;

-- A case whose time is over: nobody sees it any more, and its words are gone. The audit stays, and so do
-- the frozen exhibits, which nothing here can delete; without the case nobody reaches them.
create function case_dispose(wanted uuid) returns text language plpgsql volatile as
$$
begin
    if not caller_is_platform() then
        raise exception 'only the platform disposes of cases' using errcode = 'insufficient_privilege';
    end if;
    if exists (select 1 from case_file where id = wanted and hold_reason is not null) then
        raise exception 'case % is held', wanted using errcode = 'restrict_violation';
    end if;
    delete from note where case_id = wanted;
    delete from fact where case_id = wanted;
    delete from task where case_id = wanted;
    delete from case_relation where case_id = wanted or other_id = wanted;
    delete from notification where case_id = wanted;
    delete from case_lead where case_id = wanted;
    delete from subject where case_id = wanted;
    update case_file set title = 'disposed', summary = null, tags = '{}', custom_fields = '{}',
        deleted_at = clock_timestamp(), deleted_by = 'fairlead', delete_reason = 'retention',
        version = version + 1 where id = wanted;
    return 'disposed';
end
$$;

-- After the rules of a team changed: until when each of its closed cases is kept.
create function retention_apply() returns int language plpgsql volatile as
$$
declare
    own text := caller_text('team');
    changed int;
begin
    if not caller_has('configure') then
        raise exception 'not yours to set' using errcode = 'insufficient_privilege';
    end if;
    perform set_config('fairlead.system', 'on', true);
    update case_file c set retain_until = c.closed_at + make_interval(days => (
            select r.keep_days from retention_rule r where r.team = own
                and r.outcome in (replace(lower(c.outcome), '_', '-'), '') order by r.outcome desc limit 1))
        where c.team = own and c.state = 'CLOSED' and c.closed_at is not null;
    get diagnostics changed = row_count;
    perform set_config('fairlead.system', 'off', true);
    return changed;
end
$$;
