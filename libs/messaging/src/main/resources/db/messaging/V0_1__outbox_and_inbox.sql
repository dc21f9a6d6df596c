-- Events written in the transaction of the state they tell of; a relay publishes them in order.
create table outbox (
    sequence     bigint generated always as identity primary key,
    id           uuid        not null unique,
    topic        text        not null,
    key          text        not null,
    type         text        not null,
    payload      text        not null,
    trace_parent text,
    created_at   timestamptz not null default now(),
    published_at timestamptz
);
create index outbox_waiting on outbox (sequence) where published_at is null;
create index outbox_published on outbox (published_at) where published_at is not null;

-- What each consumer has handled: an event counts once.
create table inbox (
    consumer   text        not null,
    event_id   text        not null,
    handled_at timestamptz not null default now(),
    primary key (consumer, event_id)
);
