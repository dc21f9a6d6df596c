-- Need to know: who sees a case is decided per case, not per team alone. The rule is CasePolicy's; it
-- stands here a second time, in the database's own words, and a test holds the two against each other.

select set_config('fairlead.system', 'on', true);

alter table case_file
    add column visibility    text        not null default 'TEAM'
        check (visibility in ('TEAM', 'NAMED', 'SEALED')),
    add column compartments  text[]      not null default '{}',
    add column handling_level int        not null generated always as (case handling
        when 'TLP_CLEAR' then 0 when 'TLP_GREEN' then 1 when 'TLP_AMBER' then 2
        when 'TLP_AMBER_STRICT' then 3 else 4 end) stored,
    add column deleted_at    timestamptz,
    add column deleted_by    text,
    add column delete_reason text;

-- Numbers are given in an order that tells nothing: a gap would tell of a case one does not see.
alter table case_number add column key bytea;

create table case_grant (
    id           uuid primary key,
    team         text        not null,
    case_id      uuid        not null references case_file,
    grantee_kind text        not null check (grantee_kind in ('PERSON', 'TEAM', 'CLIENT')),
    grantee      text        not null,
    grantee_name text        not null,
    role         text        not null
        check (role in ('LEAD', 'INVESTIGATOR', 'REVIEWER', 'CONTRIBUTOR', 'VIEWER', 'EXTERNAL')),
    expires_at   timestamptz,
    reason       text,
    granted_by   text        not null,
    granted_at   timestamptz not null,
    revoked_by   text,
    revoked_at   timestamptz
);
create unique index case_grant_held on case_grant (case_id, grantee_kind, grantee)
    where revoked_at is null;
create index case_grant_grantee on case_grant (grantee_kind, grantee) where revoked_at is null;

create table case_exclusion (
    id          uuid primary key,
    team        text        not null,
    case_id     uuid        not null references case_file,
    subject     text        not null,
    name        text        not null,
    reason      text        not null,
    excluded_by text        not null,
    excluded_at timestamptz not null,
    lifted_by   text,
    lifted_at   timestamptz
);
create unique index case_exclusion_held on case_exclusion (case_id, subject) where lifted_at is null;
create index case_exclusion_subject on case_exclusion (subject) where lifted_at is null;

-- The policy's table. `basis` says what the role is: one in the owning team (of a case the whole team
-- sees, or of one only named people see), one granted in the case, or a client's scope.
create table policy_rule (
    basis  text not null check (basis in ('team', 'named', 'grant', 'scope', 'not-when-closed')),
    role   text not null,
    action text not null,
    primary key (basis, role, action)
);

insert into policy_rule (basis, role, action)
select basis, role, unnest(string_to_array(actions, ' '))
from (values
    ('team', 'lead', 'read read-audit triage open-case comment contribute edit review move manage-access delete export export-redacted'),
    ('team', 'case-worker', 'read read-audit triage open-case comment contribute edit move export export-redacted'),
    ('team', 'analyst', 'read read-audit triage open-case comment contribute edit move export export-redacted'),
    ('team', 'reviewer', 'read read-audit triage open-case comment contribute edit review move export export-redacted'),
    ('team', 'auditor', 'read read-audit'),
    ('team', 'viewer', 'read'),
    ('named', 'lead', 'read read-audit triage open-case comment contribute edit review move manage-access delete export export-redacted'),
    ('grant', 'lead', 'read read-audit comment contribute edit review move manage-access delete export export-redacted'),
    ('grant', 'investigator', 'read read-audit comment contribute edit move export export-redacted'),
    ('grant', 'reviewer', 'read read-audit comment review export-redacted'),
    ('grant', 'contributor', 'read comment contribute'),
    ('grant', 'viewer', 'read'),
    ('grant', 'external', 'read export-redacted'),
    ('scope', 'cases:read', 'read export export-redacted'),
    ('scope', 'cases:write', 'triage open-case comment contribute edit move'),
    ('scope', 'dossiers:create', 'export-redacted'),
    ('not-when-closed', '', 'comment contribute edit review')) as rule (basis, role, actions);

-- Who looks. All of it is set by enter_as for one transaction; where nothing is set there is nobody.
create function caller_text(setting text) returns text language sql stable parallel safe as
$$ select nullif(current_setting('fairlead.' || setting, true), '') $$;

create function caller_list(setting text) returns text[] language sql stable parallel safe as
$$ select string_to_array(coalesce(current_setting('fairlead.' || setting, true), ''), ',') $$;

create function caller_is_platform() returns boolean language sql stable parallel safe as
$$ select current_setting('fairlead.system', true) is not distinct from 'on' $$;

create function caller_is_machine() returns boolean language sql stable parallel safe as
$$ select caller_text('machine') is not distinct from 'true' $$;

create function caller_clearance() returns int language sql stable parallel safe as
$$ select coalesce(caller_text('clearance')::int, -1) $$;

-- What the caller's own role or scopes give in the team they act for.
create function caller_has(wanted text) returns boolean language sql stable parallel safe as
$$
    select exists (select 1 from policy_rule r
        where r.action = wanted
          and case when caller_is_machine()
              then r.basis = 'scope' and r.role = any (caller_list('scopes'))
              else r.basis = 'team' and r.role = any (caller_list('roles')) end)
$$;

create function caller_has_when_named(wanted text) returns boolean language sql stable parallel safe as
$$
    select not caller_is_machine() and exists (select 1 from policy_rule r
        where r.action = wanted and r.basis = 'named' and r.role = any (caller_list('roles')))
$$;

-- Cases in which a grant gives the action. Entries of `granted` are id=role=kind. A grant to a team or
-- a client reaches as far as the member's own role, or the client's own scopes, do.
create function caller_granted(wanted text) returns uuid[] language sql stable parallel safe as
$$
    select coalesce(array_agg(distinct split_part(entry, '=', 1)::uuid), '{}')
    from unnest(caller_list('granted')) as entry
    join policy_rule r on r.basis = 'grant' and r.action = wanted
        and r.role = split_part(entry, '=', 2)
    where split_part(entry, '=', 3) = 'person' or (select caller_has(wanted))
$$;

create function caller_excluded() returns uuid[] language sql stable parallel safe as
$$ select caller_list('excluded')::uuid[] $$;

-- The kinds of case of the own team that the own role opens for reading.
create function caller_reads() returns text[] language sql stable parallel safe as
$$
    select array_remove(array[
        case when caller_has('read') then 'TEAM' end,
        case when caller_has_when_named('read') then 'NAMED' end], null)
$$;

create function enter_as(subject text, client text, is_machine boolean, acting_team text,
        roles text[], scopes text[], clearance int, compartments text[])
    returns text language plpgsql volatile as
$$
declare
    granted text;
    excluded text;
begin
    -- Nobody may read these rows before it is known who asks, not even to find that out.
    perform set_config('fairlead.system', 'on', true);
    select string_agg(g.case_id || '=' || lower(g.role) || '=' || lower(g.grantee_kind), ',')
        into granted
        from case_grant g
        where g.revoked_at is null
          and (g.expires_at is null or g.expires_at > clock_timestamp())
          and (g.grantee_kind = 'PERSON' and g.grantee = subject and not is_machine
            or g.grantee_kind = 'TEAM' and g.grantee = acting_team
            or g.grantee_kind = 'CLIENT' and g.grantee = client and is_machine);
    select string_agg(e.case_id::text, ',') into excluded
        from case_exclusion e where e.lifted_at is null and e.subject = enter_as.subject;
    perform set_config('fairlead.system', 'off', true);
    perform set_config('fairlead.subject', subject, true);
    perform set_config('fairlead.machine', is_machine::text, true);
    perform set_config('fairlead.team', acting_team, true);
    perform set_config('fairlead.roles', array_to_string(roles, ','), true);
    perform set_config('fairlead.scopes', array_to_string(scopes, ','), true);
    perform set_config('fairlead.clearance', clearance::text, true);
    perform set_config('fairlead.compartments', array_to_string(compartments, ','), true);
    perform set_config('fairlead.granted', coalesce(granted, ''), true);
    perform set_config('fairlead.excluded', coalesce(excluded, ''), true);
    return acting_team;
end
$$;

-- Who opens a case that only named people see is one of them before the row of the grant is there.
create function caller_opens(id uuid) returns text language sql volatile as
$$
    select set_config('fairlead.granted', array_to_string(
        caller_list('granted') || (id || '=lead=person'), ','), true)
$$;

-- The whole decision for one case, as CasePolicy.decide gives it.
create function case_decision(wanted uuid, action text) returns text language plpgsql stable as
$$
declare
    c case_file;
    is_given boolean;
begin
    if caller_is_platform() then
        return 'allowed';
    end if;
    select * into c from case_file f where f.id = wanted;
    if not found then
        return 'hidden';
    end if;
    is_given := wanted = any (caller_granted(action))
        or c.team = caller_text('team')
           and (c.visibility = 'TEAM' and caller_has(action)
             or c.visibility = 'NAMED' and caller_has_when_named(action));
    if not is_given then
        return 'forbidden';
    end if;
    if c.state = 'CLOSED' and exists (select 1 from policy_rule r
            where r.basis = 'not-when-closed' and r.action = case_decision.action) then
        return 'closed';
    end if;
    return 'allowed';
end
$$;

create function case_allows(wanted uuid, action text) returns boolean language sql stable as
$$ select case_decision(wanted, action) = 'allowed' $$;

-- Any action that writes into the case.
create function case_takes_changes(wanted uuid) returns boolean language sql stable as
$$
    select exists (select 1
        from unnest(array['edit', 'contribute', 'comment', 'move', 'review', 'manage-access', 'delete'])
            as a (action)
        where case_decision(wanted, a.action) = 'allowed')
$$;

do $$
declare
    owned text;
begin
    foreach owned in array array['lead', 'case_number', 'case_file', 'case_lead', 'subject', 'note',
            'fact', 'case_change', 'evidence_content', 'evidence', 'audit', 'answered'] loop
        execute format('drop policy own_team on %I', owned);
    end loop;
    foreach owned in array array['case_grant', 'case_exclusion'] loop
        execute format('alter table %I enable row level security', owned);
        execute format('alter table %I force row level security', owned);
    end loop;
    foreach owned in array array['lead', 'case_number', 'case_file', 'case_lead', 'subject', 'note',
            'fact', 'case_change', 'evidence_content', 'evidence', 'audit', 'answered', 'case_grant',
            'case_exclusion'] loop
        execute format('create policy platform on %I using ((select caller_is_platform()))', owned);
    end loop;

    -- What belongs to the team as a whole.
    foreach owned in array array['case_number', 'answered'] loop
        execute format('create policy own_team on %I using (team = (select caller_text(''team'')))',
            owned);
    end loop;

    -- What belongs to a case is seen by whoever sees the case.
    foreach owned in array array['case_lead', 'subject', 'note', 'fact', 'case_change', 'evidence',
            'case_grant'] loop
        execute format('create policy seen on %I for select using'
            || ' (exists (select 1 from case_file c where c.id = case_id))', owned);
    end loop;
    foreach owned in array array['case_lead', 'subject', 'fact', 'evidence'] loop
        execute format('create policy contributed on %I for insert with check'
            || ' (case_allows(case_id, ''contribute''))', owned);
    end loop;
    foreach owned in array array['case_lead', 'subject'] loop
        execute format('create policy changed on %I for update using'
            || ' (case_allows(case_id, ''contribute''))', owned);
        execute format('create policy removed on %I for delete using'
            || ' (case_allows(case_id, ''contribute''))', owned);
    end loop;
    foreach owned in array array['case_grant', 'case_exclusion'] loop
        execute format('create policy managed on %I for insert with check'
            || ' (case_allows(case_id, ''manage-access''))', owned);
        execute format('create policy changed on %I for update using'
            || ' (case_allows(case_id, ''manage-access''))', owned);
    end loop;
end
$$;

create policy seen on case_exclusion for select using (case_allows(case_id, 'manage-access'));

-- Each (select …) is worked out once a query, not once a row.
create policy seen on case_file for select using (
    deleted_at is null
    and id <> all ((select caller_excluded())::uuid[])
    and handling_level <= (select caller_clearance())
    and compartments <@ (select caller_list('compartments'))::text[]
    and (team = (select caller_text('team')) and visibility = any ((select caller_reads())::text[])
        or id = any ((select caller_granted('read'))::uuid[])));
create policy opened on case_file for insert with check (
    team = (select caller_text('team')) and (select caller_has('open-case')));
-- Locking a row for reading asks this policy too, so what it lets through is what is seen; what is
-- written is checked.
create policy changed on case_file for update
    using (true) with check (case_takes_changes(id));

create policy commented on note for insert with check (case_allows(case_id, 'comment'));
create policy told on case_change for insert with check (
    exists (select 1 from case_file c where c.id = case_id));

-- A lead is its team's; one attached to a case is also seen by whoever sees that case.
create policy seen on lead for select using (
    team = (select caller_text('team'))
    or exists (select 1 from case_lead x where x.lead_id = lead.id));
create policy raised on lead for insert with check (team = (select caller_text('team')));
create policy decided on lead for update using (team = (select caller_text('team')));

create policy seen on evidence_content for select using (
    exists (select 1 from evidence e
        where e.sha256 = evidence_content.sha256 and e.team = evidence_content.team));
create policy kept on evidence_content for insert with check (
    (select caller_text('team')) is not null);
create index evidence_sha256 on evidence (sha256);

-- An entry is about a case or a lead, and seen by whoever sees that. Reads write entries too.
create policy seen on audit for select using (
    exists (select 1 from case_file c where c.id = chain)
    or exists (select 1 from lead l where l.id = chain));
create policy told on audit for insert with check (
    exists (select 1 from case_file c where c.id = chain)
    or exists (select 1 from lead l where l.id = chain));

-- A deleted case is seen by nobody, so its own deleter could not write that row.
create function case_delete(wanted uuid, deleter text, reason text) returns text
    language plpgsql volatile as
$$
declare
    decision text := case_decision(wanted, 'delete');
begin
    if decision = 'allowed' then
        perform set_config('fairlead.system', 'on', true);
        update case_file set deleted_at = clock_timestamp(), deleted_by = deleter,
            delete_reason = reason, version = version + 1 where id = wanted;
        perform set_config('fairlead.system', 'off', true);
    end if;
    return decision;
end
$$;

-- Whether a lead is attached depends on who looks, so it is worked out and no longer kept.
update lead set state = 'NEW' where state = 'ATTACHED';

create index case_lead_case on case_lead (case_id);
