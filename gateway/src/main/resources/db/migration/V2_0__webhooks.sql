-- Where integrators want to be told of changes, and every telling of it.
create table webhook (
    id uuid primary key,
    team text not null,
    client_id text not null,
    url text not null,
    description text not null,
    -- Empty: all kinds.
    kinds text[] not null,
    state text not null check (state in ('active', 'paused', 'disabled')),
    state_reason text,
    -- Sealed: a copy of this table signs nothing.
    secret bytea not null,
    previous_secret bytea,
    previous_until timestamptz,
    signing_key bytea not null,
    public_key text not null,
    created_by text not null,
    created_at timestamptz not null
);

create index webhook_team on webhook (team, created_at, id);
create index webhook_client on webhook (client_id);

create table webhook_delivery (
    id uuid primary key,
    webhook_id uuid not null references webhook on delete cascade,
    event_id uuid not null,
    kind text not null,
    team text not null,
    case_id uuid,
    lead_id uuid,
    case_version integer not null,
    happened_at timestamptz not null,
    state text not null check (state in ('pending', 'delivered', 'failed')),
    attempts integer not null default 0,
    next_at timestamptz not null,
    last_status integer,
    last_problem text,
    last_millis integer,
    last_at timestamptz,
    created_at timestamptz not null,
    -- The same change read twice from the topic is one delivery.
    unique (webhook_id, event_id)
);

create index webhook_delivery_due on webhook_delivery (next_at) where state = 'pending';
create index webhook_delivery_log on webhook_delivery (webhook_id, created_at desc, id desc);
create index webhook_delivery_age on webhook_delivery (created_at) where state <> 'pending';
