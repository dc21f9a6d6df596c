-- Full text over what is written in cases and leads. One row a thing that can be found; kept by triggers,
-- so that nobody forgets to.
--
-- The table has no policy that opens it to anybody: only `search_found` reads it, with the rights of the
-- owner, and asks the row-level security of cases and leads for each row it would give. Were it bound to a
-- policy itself, PostgreSQL would not use the index: `@@` is not leakproof, and what is not is never asked
-- before a policy.

create table search_document (
    kind       text        not null,
    id         uuid        not null,
    case_id    uuid,
    lead_id    uuid,
    title      text        not null,
    at         timestamptz not null,
    words      tsvector    not null,
    primary key (kind, id)
);
create index search_document_words on search_document using gin (words);
create index search_document_case on search_document (case_id);

alter table search_document enable row level security;

do $$
declare
    grantee text;
begin
    for grantee in
        select distinct g.grantee from information_schema.role_table_grants g
        where g.table_schema = 'public' and g.table_name = 'search_document'
          and g.grantee <> current_user
    loop
        execute format('revoke all on search_document from %I', grantee);
    end loop;
    -- Similar words too, where the server brings what that needs.
    if exists (select 1 from pg_available_extensions where name = 'pg_trgm') then
        begin
            create extension if not exists pg_trgm;
            execute 'create index search_document_title on search_document using gin (title gin_trgm_ops)';
        exception when insufficient_privilege then
            raise notice 'pg_trgm is there and this role may not create it: similar words are not found';
        end;
    end if;
end
$$;

create function search_keep(kind text, id uuid, case_id uuid, lead_id uuid, title text, body text,
        at timestamptz) returns void language sql volatile as
$$
    insert into search_document as d (kind, id, case_id, lead_id, title, at, words)
    values (kind, id, case_id, lead_id, left(title, 200), at,
        setweight(to_tsvector('simple', left(title, 2000)), 'A')
            || setweight(to_tsvector('simple', left(coalesce(body, ''), 100000)), 'B'))
    on conflict (kind, id) do update set title = excluded.title, words = excluded.words
$$;

create function search_gone() returns trigger language plpgsql security definer
    set search_path = public as
$$
begin
    delete from search_document d where d.kind = tg_argv[0] and d.id = old.id;
    return old;
end
$$;

create function search_case() returns trigger language plpgsql security definer
    set search_path = public as
$$
begin
    perform search_keep('case', new.id, new.id, null, new.title,
        concat_ws(' ', new.number, new.summary, array_to_string(new.tags, ' '), new.custom_fields),
        new.opened_at);
    return new;
end
$$;

create function search_note() returns trigger language plpgsql security definer
    set search_path = public as
$$
begin
    perform search_keep('note', new.id, new.case_id, null, left(new.text, 120), new.text, new.at);
    return new;
end
$$;

create function search_fact() returns trigger language plpgsql security definer
    set search_path = public as
$$
begin
    perform search_keep('fact', new.id, new.case_id, null, new.title,
        concat_ws(' ', new.detail, new.source), new.added_at);
    return new;
end
$$;

create function search_subject() returns trigger language plpgsql security definer
    set search_path = public as
$$
begin
    perform search_keep('subject', new.id, new.case_id, null,
        coalesce(new.name, new.mmsi, new.imo, lower(new.kind)), concat_ws(' ', new.mmsi, new.imo),
        new.added_at);
    return new;
end
$$;

create function search_task() returns trigger language plpgsql security definer
    set search_path = public as
$$
begin
    perform search_keep('task', new.id, new.case_id, null, new.title,
        concat_ws(' ', new.detail, new.assignee_name), new.created_at);
    return new;
end
$$;

create function search_evidence() returns trigger language plpgsql security definer
    set search_path = public as
$$
begin
    perform search_keep('evidence', new.id, new.case_id, null, new.title,
        concat_ws(' ', new.note, new.sha256), new.collected_at);
    return new;
end
$$;

create function search_finding() returns trigger language plpgsql security definer
    set search_path = public as
$$
begin
    perform search_keep('finding', new.id, new.case_id, null, left(new.statement, 120),
        concat_ws(' ', new.statement, new.against_note), new.created_at);
    return new;
end
$$;

create function search_question() returns trigger language plpgsql security definer
    set search_path = public as
$$
begin
    perform search_keep('question', new.id, new.case_id, null, left(new.text, 120), new.text, new.at);
    return new;
end
$$;

create function search_lead() returns trigger language plpgsql security definer
    set search_path = public as
$$
begin
    perform search_keep('lead', new.id, null, new.id,
        concat_ws(': ', coalesce(new.vessel_name, new.mmsi), new.headline),
        concat_ws(' ', new.mmsi, new.imo, new.why), new.raised_at);
    return new;
end
$$;

create trigger searched after insert or update of title, summary, number, tags, custom_fields on case_file
    for each row execute function search_case();
create trigger searched after insert on note for each row execute function search_note();
create trigger searched after insert on fact for each row execute function search_fact();
create trigger searched after insert on subject for each row execute function search_subject();
create trigger searched after insert or update of title, detail, assignee_name on task
    for each row execute function search_task();
create trigger searched after insert on evidence for each row execute function search_evidence();
create trigger searched after insert or update of statement, against_note on finding
    for each row execute function search_finding();
create trigger searched after insert or update of text on question
    for each row execute function search_question();
create trigger searched after insert or update of headline, why, mmsi, imo, vessel_name on lead
    for each row execute function search_lead();
create trigger unsearched after delete on note for each row execute function search_gone('note');
create trigger unsearched after delete on fact for each row execute function search_gone('fact');
create trigger unsearched after delete on subject for each row execute function search_gone('subject');
create trigger unsearched after delete on task for each row execute function search_gone('task');

-- What somebody typed as a query: words, "phrases", or, -without. One word alone also begins longer ones.
create function search_query(typed text) returns tsquery language sql stable as
$$
    select case when typed ~ '^[[:alnum:]]{2,60}$'
        then websearch_to_tsquery('simple', typed) || to_tsquery('simple', typed || ':*')
        else websearch_to_tsquery('simple', typed) end
$$;

-- What the caller finds: rows of which the row-level security of cases and leads shows them the case, or
-- the lead. Best first; `after_rank` and `after_id` are those of the last row of the page before.
create function search_found(typed text, wanted text[], after_rank real, after_id uuid, most int)
    returns table (kind text, id uuid, case_id uuid, lead_id uuid, title text, at timestamptz, rank real)
    language plpgsql stable security definer set search_path = public as
$$
declare
    query tsquery := search_query(typed);
begin
    return query
        select d.kind, d.id, d.case_id, d.lead_id, d.title, d.at, ts_rank(d.words, query) as rank
        from search_document d
        where d.words @@ query
          and (wanted is null or d.kind = any (wanted))
          and (d.case_id is null or exists (select 1 from case_file c where c.id = d.case_id))
          and (d.lead_id is null
              or (select caller_has('read')) and exists (select 1 from lead l where l.id = d.lead_id))
          and (after_id is null or ts_rank(d.words, query) < after_rank
              or ts_rank(d.words, query) = after_rank and d.id < after_id)
        order by 7 desc, 2 desc
        limit most;
end
$$;

-- How many of each kind the caller finds.
create function search_counts(typed text) returns table (kind text, found bigint)
    language plpgsql stable security definer set search_path = public as
$$
declare
    query tsquery := search_query(typed);
begin
    return query
        select d.kind, count(*) from search_document d
        where d.words @@ query
          and (d.case_id is null or exists (select 1 from case_file c where c.id = d.case_id))
          and (d.lead_id is null
              or (select caller_has('read')) and exists (select 1 from lead l where l.id = d.lead_id))
        group by d.kind order by d.kind;
end
$$;

-- Titles of cases and names in them that begin with what was typed or, where the server can tell, are
-- like it.
create function search_suggested(typed text, most int) returns table (kind text, case_id uuid, title text)
    language plpgsql stable security definer set search_path = public as
$$
declare
    query tsquery := search_query(typed);
    is_alike boolean := exists (select 1 from pg_extension where extname = 'pg_trgm');
begin
    return query execute
        'select d.kind, d.case_id, d.title from search_document d'
        || ' where d.kind in (''case'', ''subject'') and (d.words @@ $1'
        || case when is_alike then ' or d.title % $3' else '' end
        || ') and exists (select 1 from case_file c where c.id = d.case_id)'
        || ' order by ts_rank(d.words, $1) desc, d.title, d.id limit $2'
        using query, most, typed;
end
$$;

-- What was there before.
select set_config('fairlead.system', 'on', true);
update case_file set title = title;
update finding set statement = statement;
update question set text = text;
update lead set headline = headline;
select search_keep('note', id, case_id, null, left(text, 120), text, at) from note;
select search_keep('fact', id, case_id, null, title, concat_ws(' ', detail, source), added_at) from fact;
select search_keep('subject', id, case_id, null, coalesce(name, mmsi, imo, lower(kind)),
    concat_ws(' ', mmsi, imo), added_at) from subject;
select search_keep('evidence', id, case_id, null, title, concat_ws(' ', note, sha256), collected_at)
    from evidence;
