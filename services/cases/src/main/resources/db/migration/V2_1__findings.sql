-- What a case asks, supposes and claims. A finding names the evidence for and against it, what else was
-- tested, who wrote it and who else accepted it.

select set_config('fairlead.system', 'on', true);

create table question (
    id          uuid primary key,
    team        text        not null,
    case_id     uuid        not null references case_file,
    kind        text        not null check (kind in ('QUESTION', 'HYPOTHESIS')),
    -- The question a hypothesis would answer.
    parent_id   uuid        references question,
    text        text        not null,
    state       text        not null check (state in ('OPEN', 'ANSWERED', 'SUPPORTED', 'REFUTED', 'DROPPED')),
    author      text        not null,
    at          timestamptz not null,
    changed_by  text        not null,
    changed_at  timestamptz not null,
    check (kind = 'HYPOTHESIS' or parent_id is null)
);
create index question_case on question (case_id, at, id);

create table finding (
    id             uuid primary key,
    team           text        not null,
    case_id        uuid        not null references case_file,
    version        int         not null,
    state          text        not null
        check (state in ('DRAFT', 'PROPOSED', 'ACCEPTED', 'REJECTED', 'WITHDRAWN')),
    question_id    uuid        references question,
    statement      text        not null,
    confidence     text        not null check (confidence in ('LOW', 'MODERATE', 'HIGH')),
    from_at        timestamptz,
    to_at          timestamptz,
    geometry       text,
    alternatives   text        not null,
    against_note   text,
    author         text        not null,
    author_subject text        not null,
    -- Everybody who wrote in it: none of them may review it.
    writers        text[]      not null,
    created_at     timestamptz not null,
    changed_at     timestamptz not null,
    reviewer       text,
    reviewed_at    timestamptz,
    review_reason  text,
    -- The second person, once more, where no code can forget it.
    reviewer_subject text check (reviewer_subject is null or reviewer_subject <> all (writers)),
    check (state not in ('ACCEPTED', 'REJECTED') or reviewer_subject is not null)
);
create index finding_case on finding (case_id, created_at, id);

create table finding_evidence (
    finding_id  uuid not null references finding,
    evidence_id uuid not null references evidence,
    team        text not null,
    case_id     uuid not null references case_file,
    stance      text not null check (stance in ('SUPPORTS', 'CONTRADICTS')),
    note        text,
    primary key (finding_id, evidence_id)
);
create index finding_evidence_evidence on finding_evidence (evidence_id);

-- How far a source and what it says are trusted (Admiralty code); the newest row holds.
create table evidence_assessment (
    id          uuid primary key,
    team        text        not null,
    case_id     uuid        not null references case_file,
    evidence_id uuid        not null references evidence,
    reliability text        not null check (reliability in ('A', 'B', 'C', 'D', 'E', 'F')),
    credibility int         not null check (credibility between 1 and 6),
    reason      text        not null,
    assessed_by text        not null,
    assessed_at timestamptz not null
);
create index evidence_assessment_case on evidence_assessment (case_id, evidence_id, assessed_at desc);

do $$
declare
    owned text;
begin
    foreach owned in array array['question', 'finding', 'finding_evidence', 'evidence_assessment'] loop
        execute format('alter table %I enable row level security', owned);
        execute format('alter table %I force row level security', owned);
        execute format('create policy platform on %I using ((select caller_is_platform()))', owned);
        execute format('create policy seen on %I for select using'
            || ' (exists (select 1 from case_file c where c.id = case_id))', owned);
        execute format('create policy contributed on %I for insert with check'
            || ' (case_allows(case_id, ''contribute''))', owned);
    end loop;
end
$$;

create policy changed on question for update using (case_allows(case_id, 'contribute'));
create policy changed on finding for update
    using (case_allows(case_id, 'contribute') or case_allows(case_id, 'review'));
create policy removed on finding_evidence for delete using (case_allows(case_id, 'contribute'));

create trigger append_only before update or delete on evidence_assessment
    for each row execute function refuse_rewriting();
create trigger append_only_whole before truncate on evidence_assessment
    for each statement execute function refuse_rewriting();
