-- Addresses that are told of changes, and what was sent to each. Whether one is told is decided when it is
-- sent, by what its owner may see then.

create table webhook (
    id              uuid primary key,
    team            text        not null,
    subject         text        not null,
    owner_name      text        not null,
    -- Who the owner was when they last called: what their token said, and when.
    client          text        not null,
    is_machine      boolean     not null,
    roles           text        not null,
    scopes          text        not null,
    clearance       text        not null,
    compartments    text        not null,
    standing_at     timestamptz not null,
    url             text        not null,
    description     text,
    -- Kinds of change, none for all.
    kinds           text[]      not null,
    secret          text        not null,
    disabled_reason text,
    created_at      timestamptz not null
);
create index webhook_owner on webhook (team, subject);

create table webhook_delivery (
    id           uuid primary key,
    team         text        not null,
    webhook_id   uuid        not null references webhook on delete cascade,
    event_id     uuid        not null,
    kind         text        not null,
    case_id      uuid,
    lead_id      uuid,
    version      int         not null,
    event_at     timestamptz not null,
    state        text        not null check (state in ('WAITING', 'DELIVERED', 'FAILED', 'WITHHELD')),
    attempts     int         not null default 0,
    next_at      timestamptz not null,
    last_status  int,
    last_error   text,
    delivered_at timestamptz,
    unique (webhook_id, event_id)
);
create index webhook_delivery_due on webhook_delivery (next_at) where state = 'WAITING';
create index webhook_delivery_listed on webhook_delivery (webhook_id, event_at desc, id desc);

do $$
declare
    owned text;
begin
    foreach owned in array array['webhook', 'webhook_delivery'] loop
        execute format('alter table %I enable row level security', owned);
        execute format('alter table %I force row level security', owned);
        execute format('create policy platform on %I using ((select caller_is_platform()))', owned);
    end loop;
end
$$;

create policy own on webhook for all using (
    team = (select caller_text('team')) and subject = (select caller_text('subject'))
    and (select caller_has('subscribe')));
create policy administered on webhook for all using (
    team = (select caller_text('team')) and (select caller_has('configure')));

-- What was withheld is in no log, and what was sent only as long as the owner still sees what it was about.
create policy own on webhook_delivery for all using (
    state <> 'WITHHELD'
    and exists (select 1 from webhook w where w.id = webhook_id
        and w.subject = (select caller_text('subject')))
    and (case_id is null or exists (select 1 from case_file c where c.id = case_id))
    and (lead_id is null or case_id is not null or exists (select 1 from lead l where l.id = lead_id)));
