-- A question that was asked, on what, and the answer that was given.
create table screening (
    id             uuid primary key,
    created_at     timestamptz not null,
    created_by     text        not null,
    algorithm      text        not null,
    config_hash    text        not null,
    corpus_version text        not null,
    -- List by list, the version that was screened.
    versions       text        not null,
    queries        integer     not null,
    hits           integer     not null,
    request        text        not null,
    response       text        not null
);
create index screening_newest on screening (created_at desc, id);

-- A person's word that a query and a listing are two, for as long as the listing says the same.
create table suppression (
    id             uuid primary key,
    query_key      text        not null,
    list           text        not null,
    source_id      text        not null,
    reason         text        not null,
    expires_at     timestamptz,
    -- Of the listing's compared fields when it was made.
    valid_for_hash text        not null,
    created_at     timestamptz not null,
    created_by     text        not null,
    lifted_at      timestamptz,
    lifted_by      text
);
create unique index suppression_live on suppression (query_key, list, source_id) where lifted_at is null;

-- What a transmitter says of itself and said before: all of it is screened.
alter table identity add column call_sign text;
alter table identity add column flag text;
alter table identity add column past_imos text[] not null default '{}';
alter table identity add column past_names text[] not null default '{}';
