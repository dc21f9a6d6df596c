-- An event that can never be published is set aside with the reason, and the ones behind it go on.
alter table outbox
    add column failed_at timestamptz,
    add column failure   text;
