-- Tokens of browser sessions. The cookie holds a random id; here are only its hash and the sealed
-- tokens, so that a copy of this table opens no session.
create table session_tokens (
    id_hash bytea primary key,
    sealed bytea not null,
    ends_at timestamptz not null,
    successor bytea
);

create index session_tokens_ends_at on session_tokens (ends_at);
