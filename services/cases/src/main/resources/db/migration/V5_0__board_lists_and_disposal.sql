-- Relations between subjects, for the link board; what changed since when, for every list; leads that
-- people raise twice; the ends of chains and the counts of cases in one round trip each; and bytes that
-- are gone when a case's time is over.

select set_config('fairlead.system', 'on', true);

-- What one subject of a case is to another.
create table subject_relation (
    id          uuid primary key,
    team        text        not null,
    case_id     uuid        not null references case_file,
    source_id   uuid        not null references subject,
    target_id   uuid        not null references subject,
    kind        text        not null,
    from_day    date,
    to_day      date,
    evidence_id uuid        references evidence,
    note        text,
    added_by    text        not null,
    added_at    timestamptz not null,
    check (source_id <> target_id),
    check (to_day >= from_day)
);
create index subject_relation_case on subject_relation (case_id, added_at, id);

alter table subject_relation enable row level security;
alter table subject_relation force row level security;
create policy platform on subject_relation using ((select caller_is_platform()));
create policy seen on subject_relation for select using (
    exists (select 1 from case_file c where c.id = case_id));
create policy contributed on subject_relation for insert with check (case_allows(case_id, 'contribute'));
create policy removed on subject_relation for delete using (case_allows(case_id, 'contribute'));

-- What makes two leads that people raised the same one: vessel, words, time and place.
alter table lead add column likeness text;
create index lead_likeness on lead (team, likeness) where likeness is not null;

-- Kept answers end after a while.
create index answered_at on answered (at);

-- Search answers what changed since when, too; what was there before counts as changed now. And each row
-- carries its team among its words, where no parser puts anything: so the index itself leaves out what other
-- teams have.
alter table search_document add column changed_at timestamptz not null default now();

create function search_mark(team text) returns tsvector language sql immutable as
$$ select array_to_tsvector(array[chr(1) || 't' || team]) $$;

drop function search_keep(text, uuid, uuid, uuid, text, text, timestamptz);
create function search_keep(team text, kind text, id uuid, case_id uuid, lead_id uuid, title text, body text,
        at timestamptz) returns void language sql volatile as
$$
    insert into search_document as d (kind, id, case_id, lead_id, title, at, words, changed_at)
    values (kind, id, case_id, lead_id, left(title, 200), at,
        setweight(to_tsvector('simple', left(title, 2000)), 'A')
            || setweight(to_tsvector('simple', left(coalesce(body, ''), 100000)), 'B')
            || search_mark(team), clock_timestamp())
    on conflict (kind, id) do update set title = excluded.title, words = excluded.words,
        changed_at = excluded.changed_at
$$;

create or replace function search_case() returns trigger language plpgsql security definer
    set search_path = public as
$$
begin
    perform search_keep(new.team, 'case', new.id, new.id, null, new.title,
        concat_ws(' ', new.number, new.summary, array_to_string(new.tags, ' '), new.custom_fields),
        new.opened_at);
    return new;
end
$$;

create or replace function search_note() returns trigger language plpgsql security definer
    set search_path = public as
$$
begin
    perform search_keep(new.team, 'note', new.id, new.case_id, null, left(new.text, 120), new.text, new.at);
    return new;
end
$$;

create or replace function search_fact() returns trigger language plpgsql security definer
    set search_path = public as
$$
begin
    perform search_keep(new.team, 'fact', new.id, new.case_id, null, new.title,
        concat_ws(' ', new.detail, new.source), new.added_at);
    return new;
end
$$;

create or replace function search_subject() returns trigger language plpgsql security definer
    set search_path = public as
$$
begin
    perform search_keep(new.team, 'subject', new.id, new.case_id, null,
        coalesce(new.name, new.mmsi, new.imo, lower(new.kind)), concat_ws(' ', new.mmsi, new.imo),
        new.added_at);
    return new;
end
$$;

create or replace function search_task() returns trigger language plpgsql security definer
    set search_path = public as
$$
begin
    perform search_keep(new.team, 'task', new.id, new.case_id, null, new.title,
        concat_ws(' ', new.detail, new.assignee_name), new.created_at);
    return new;
end
$$;

create or replace function search_evidence() returns trigger language plpgsql security definer
    set search_path = public as
$$
begin
    perform search_keep(new.team, 'evidence', new.id, new.case_id, null, new.title,
        concat_ws(' ', new.note, new.sha256), new.collected_at);
    return new;
end
$$;

create or replace function search_finding() returns trigger language plpgsql security definer
    set search_path = public as
$$
begin
    perform search_keep(new.team, 'finding', new.id, new.case_id, null, left(new.statement, 120),
        concat_ws(' ', new.statement, new.against_note), new.created_at);
    return new;
end
$$;

create or replace function search_question() returns trigger language plpgsql security definer
    set search_path = public as
$$
begin
    perform search_keep(new.team, 'question', new.id, new.case_id, null, left(new.text, 120), new.text,
        new.at);
    return new;
end
$$;

create or replace function search_lead() returns trigger language plpgsql security definer
    set search_path = public as
$$
begin
    perform search_keep(new.team, 'lead', new.id, null, new.id,
        concat_ws(': ', coalesce(new.vessel_name, new.mmsi), new.headline),
        concat_ws(' ', new.mmsi, new.imo, new.why), new.raised_at);
    return new;
end
$$;

-- What was there before; the indexes are made anew, which takes less time than to change them.
drop index search_document_words;
drop index if exists search_document_title;
update search_document d set words = d.words || search_mark(c.team)
    from case_file c where c.id = d.case_id;
update search_document d set words = d.words || search_mark(l.team)
    from lead l where l.id = d.lead_id;
create index search_document_words on search_document using gin (words);
do $$
begin
    if exists (select 1 from pg_extension where extname = 'pg_trgm') then
        execute 'create index search_document_title on search_document using gin (title gin_trgm_ops)';
    end if;
end
$$;

-- Things found with these words that the caller sees, at most so many: who finds more needs another word.
-- First those of the own team, then those of other teams' cases that are opened to the caller, with their
-- leads. Row-level security of cases and leads decides on each row.
create function search_seen(typed text, wanted text[], since timestamptz, most int)
    returns setof search_document language plpgsql stable security definer set search_path = public
    set client_min_messages = warning as
$$
declare
    query tsquery := search_query(typed);
    own tsquery := quote_literal(chr(1) || 't' || caller_text('team'))::tsquery;
    opened uuid[] := array(select c.id from case_file c
        where c.id = any ((select caller_granted('read'))::uuid[]) and c.team <> caller_text('team'));
begin
    -- Without a word nothing is found, and not everything.
    if numnode(query) = 0 or own is null then
        return;
    end if;
    own := query && own;
    return query
        select d.* from search_document d
        where d.words @@ own
          and (wanted is null or d.kind = any (wanted))
          and (since is null or d.changed_at >= since)
          and (d.case_id is null or exists (select 1 from case_file c where c.id = d.case_id))
          and (d.lead_id is null
              or (select caller_has('read')) and exists (select 1 from lead l where l.id = d.lead_id))
        limit most;
    if cardinality(opened) > 0 then
        return query
            select d.* from search_document d
            where (d.case_id = any (opened)
                or d.kind = 'lead' and d.id in (select x.lead_id from case_lead x where x.case_id = any (opened)))
              and d.words @@ query
              and (wanted is null or d.kind = any (wanted))
              and (since is null or d.changed_at >= since)
              and (d.case_id is null or exists (select 1 from case_file c where c.id = d.case_id))
              and (d.lead_id is null
                  or (select caller_has('read')) and exists (select 1 from lead l where l.id = d.lead_id))
            limit most;
    end if;
end
$$;

-- A search looks at this many of what the caller sees, and ranks those.
create function search_most() returns int language sql immutable as $$ select 1000 $$;

-- Best first; `after_rank` and `after_id` are those of the last row of the page before.
drop function search_found(text, text[], real, uuid, int);
create function search_found(typed text, wanted text[], after_rank real, after_id uuid, most int,
        since timestamptz)
    returns table (kind text, id uuid, case_id uuid, lead_id uuid, title text, at timestamptz, rank real)
    language plpgsql stable security definer set search_path = public set client_min_messages = warning as
$$
#variable_conflict use_column
begin
    return query
        select * from (
            select d.kind, d.id, d.case_id, d.lead_id, d.title, d.at,
                ts_rank(d.words, search_query(typed)) as rank
            from search_seen(typed, wanted, since, search_most()) d) as ranked
        where after_id is null or rank < after_rank or rank = after_rank and id < after_id
        order by rank desc, id desc
        limit most;
end
$$;

-- How many of each kind the caller finds, of those a search looks at.
drop function search_counts(text);
create function search_counts(typed text, since timestamptz) returns table (kind text, found bigint)
    language sql stable security definer set search_path = public as
$$
    select d.kind, count(*) from search_seen(typed, null, since, search_most()) d
    group by d.kind order by d.kind
$$;

-- Titles of the own team's cases and names in them, and of those opened to the caller.
create or replace function search_suggested(typed text, most int)
    returns table (kind text, case_id uuid, title text)
    language plpgsql stable security definer set search_path = public set client_min_messages = warning as
$$
declare
    query tsquery := search_query(typed);
    own tsquery := quote_literal(chr(1) || 't' || caller_text('team'))::tsquery;
    is_alike boolean := exists (select 1 from pg_extension where extname = 'pg_trgm');
begin
    return query execute
        'select d.kind, d.case_id, d.title from search_document d'
        || ' where d.kind in (''case'', ''subject'')'
        || ' and (d.words @@ $4 or d.case_id = any ((select caller_granted(''read''))::uuid[]))'
        || ' and (numnode($1) > 0 and d.words @@ $1'
        || case when is_alike then ' or d.title % $3' else '' end
        || ') and exists (select 1 from case_file c where c.id = d.case_id)'
        || ' order by ts_rank(d.words, $1) desc, d.title, d.id limit $2'
        using query, most, typed, own;
end
$$;

-- The last entry of each chain, as far as the caller sees it, with the chain locked until the transaction
-- ends: one writer a chain at a time, or two entries would take the same number. Locked in one order,
-- whoever asks, and read after: each statement in here sees what was committed while it waited.
create function audit_ends(chains uuid[]) returns table (chain uuid, sequence int, hash text)
    language plpgsql volatile as
$$
#variable_conflict use_column
begin
    perform pg_advisory_xact_lock(place.key)
        from (select distinct hashtextextended(one::text, 0) as key from unnest(chains) one
            order by 1 offset 0) place;
    return query
        select a.chain, a.sequence, a.hash
        from unnest(chains) one
        cross join lateral (select x.chain, x.sequence, x.hash from audit x where x.chain = one
            order by x.sequence desc limit 1) a;
end
$$;

-- How much is in these cases, of those the caller sees. Whoever sees a case sees what is in it, so that is
-- decided once a case and not once a row.
create function case_counts(cases uuid[])
    returns table (case_id uuid, leads bigint, evidence bigint, notes bigint, tasks bigint)
    language plpgsql volatile as
$$
#variable_conflict use_column
declare
    was text := current_setting('fairlead.system', true);
    seen uuid[] := array(select c.id from case_file c where c.id = any (cases));
begin
    perform set_config('fairlead.system', 'on', true);
    return query
        select one,
            (select count(*) from case_lead x where x.case_id = one),
            (select count(*) from evidence e where e.case_id = one),
            (select count(*) from note n where n.case_id = one),
            (select count(*) from task t where t.case_id = one and t.state in ('OPEN', 'IN_PROGRESS'))
        from unnest(seen) one;
    perform set_config('fairlead.system', coalesce(was, 'off'), true);
end
$$;

-- Bytes of exhibits whose case was disposed of. The hash stays: what was there can still be proved by
-- whoever has it.
alter table evidence_content add column disposed_at timestamptz;
alter table evidence_content drop constraint content_where_it_is;
alter table evidence_content add constraint content_where_it_is check (
    (disposed_at is not null and content is null)
    or (disposed_at is null and (stored_in = 'DATABASE') = (content is not null)));

-- Files to be deleted once the transaction that gave them up is committed.
create table blob_disposal (
    team   text        not null,
    sha256 text        not null,
    at     timestamptz not null,
    primary key (team, sha256)
);
alter table blob_disposal enable row level security;
alter table blob_disposal force row level security;
create policy platform on blob_disposal using ((select caller_is_platform()));

-- Nothing frozen is changed, with one exception: case_dispose takes the words and the bytes away when a
-- case's time is over, and evidence_content_keep brings bytes back that are frozen anew. Who a thing was
-- collected by, when, its size and its hash never change; the audit, custody and alarms not at all.
create or replace function refuse_rewriting() returns trigger language plpgsql as $$
declare
    is_disposal boolean := current_setting('fairlead.disposing', true) is not distinct from 'on'
        and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid);
begin
    if is_disposal and tg_op = 'UPDATE' and tg_table_name = 'evidence_content' then
        if new.team = old.team and new.sha256 = old.sha256
                and (new.disposed_at is null) <> (old.disposed_at is null) then
            return new;
        end if;
    elsif is_disposal and tg_op = 'UPDATE' and tg_table_name = 'evidence' then
        if (new.id, new.team, new.case_id, new.kind, new.sha256, new.size_bytes, new.collected_by,
                    new.collected_at, new.synthetic)
                = (old.id, old.team, old.case_id, old.kind, old.sha256, old.size_bytes, old.collected_by,
                    old.collected_at, old.synthetic)
                and new.title = 'disposed' then
            return new;
        end if;
    elsif is_disposal and tg_op = 'DELETE' and tg_table_name = 'evidence_assessment' then
        return old;
    end if;
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;

-- Keeps frozen bytes, also where the same ones were disposed of before.
create function evidence_content_keep(of_team text, hash text, bytes bytea, place text) returns text
    language plpgsql volatile security definer set search_path = public as
$$
declare
    was text := current_setting('fairlead.system', true);
begin
    if caller_text('team') is null and not caller_is_platform() then
        raise exception 'nobody keeps anything' using errcode = 'insufficient_privilege';
    end if;
    perform set_config('fairlead.system', 'on', true);
    perform set_config('fairlead.disposing', 'on', true);
    insert into evidence_content as c (team, sha256, content, stored_in)
        values (of_team, hash, bytes, place)
        on conflict (team, sha256) do update
            set content = excluded.content, stored_in = excluded.stored_in, disposed_at = null
            where c.disposed_at is not null;
    delete from blob_disposal d where d.team = of_team and d.sha256 = hash;
    perform set_config('fairlead.disposing', 'off', true);
    perform set_config('fairlead.system', coalesce(was, 'off'), true);
    return hash;
end
$$;

-- A case whose time is over: nobody sees it any more; its words are gone, and with them the bytes of its
-- exhibits unless another case rests on the same. What stays is the tombstone: the register's line of each
-- exhibit with its hash, size and who collected it when, the custody log and the audit.
drop function case_dispose(uuid);
create function case_dispose(wanted uuid) returns text
    language plpgsql volatile security definer set search_path = public as
$$
begin
    if not caller_is_platform() then
        raise exception 'only the platform disposes of cases' using errcode = 'insufficient_privilege';
    end if;
    if exists (select 1 from case_file where id = wanted and hold_reason is not null) then
        raise exception 'case % is held', wanted using errcode = 'restrict_violation';
    end if;
    perform set_config('fairlead.disposing', 'on', true);
    delete from note where case_id = wanted;
    delete from fact where case_id = wanted;
    delete from task where case_id = wanted;
    delete from case_relation where case_id = wanted or other_id = wanted;
    delete from notification where case_id = wanted;
    delete from case_lead where case_id = wanted;
    delete from subject_relation where case_id = wanted;
    delete from subject where case_id = wanted;
    delete from finding_evidence where case_id = wanted;
    delete from finding where case_id = wanted;
    delete from question where case_id = wanted and kind = 'HYPOTHESIS';
    delete from question where case_id = wanted;
    delete from evidence_assessment where case_id = wanted;
    delete from case_change where case_id = wanted;
    delete from answered where location like '%/cases/' || wanted || '%';
    update evidence set title = 'disposed', note = null, source = null, licence = null, geometry = null,
        occurred_from = null, occurred_to = null, href = '', service = '', file_name = null,
        media_type = null, warnings = '{}', detector = null, parameters = null where case_id = wanted;
    insert into blob_disposal (team, sha256, at)
        select c.team, c.sha256, clock_timestamp() from evidence_content c
        where c.stored_in = 'BLOBS' and c.disposed_at is null and evidence_is_last(c.team, c.sha256, wanted)
        on conflict do nothing;
    update evidence_content c set content = null, disposed_at = clock_timestamp()
        where c.disposed_at is null and evidence_is_last(c.team, c.sha256, wanted);
    update case_file set title = 'disposed', summary = null, tags = '{}', custom_fields = '{}',
        deleted_at = clock_timestamp(), deleted_by = 'fairlead', delete_reason = 'retention',
        version = version + 1 where id = wanted;
    delete from search_document where case_id = wanted;
    perform set_config('fairlead.disposing', 'off', true);
    return 'disposed';
end
$$;

-- Whether a case has these bytes and no other one does that was not disposed of.
create function evidence_is_last(of_team text, hash text, wanted uuid) returns boolean language sql stable as
$$
    select exists (select 1 from evidence e
            where e.team = of_team and e.sha256 = hash and e.case_id = wanted)
        and not exists (select 1 from evidence e join case_file c on c.id = e.case_id
            where e.team = of_team and e.sha256 = hash and e.case_id <> wanted
              and c.delete_reason is distinct from 'retention')
$$;
