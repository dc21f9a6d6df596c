-- Whose watch a new lead fits: asked by whoever raised the lead, who sees nobody's watches but their own.
-- It answers the service alone, for a lead of the team acted for; the caller is told nothing of it.
create function watches_fitting(of_team text, number text, imo_number text, latitude double precision,
        longitude double precision, written text) returns table (subject text, title text)
    language plpgsql volatile as
$$
declare
    was text := current_setting('fairlead.system', true);
begin
    if not caller_is_platform() and of_team is distinct from caller_text('team') then
        return;
    end if;
    perform set_config('fairlead.system', 'on', true);
    return query
        select w.subject, w.title from watch w
        where w.team = of_team
          and (w.kind = 'VESSEL' and (w.mmsi = number or w.imo = imo_number)
            or w.kind = 'AREA' and latitude between w.south and w.north
                and case when w.west <= w.east then longitude between w.west and w.east
                    else longitude >= w.west or longitude <= w.east end
            or w.kind = 'QUERY' and to_tsvector('simple', written) @@ websearch_to_tsquery('simple', w.words))
        order by w.created_at;
    perform set_config('fairlead.system', coalesce(was, 'off'), true);
end
$$;

-- A query without a word is a normal answer, not worth a notice in the log.
alter function search_found(text, text[], real, uuid, int) set client_min_messages = warning;
alter function search_counts(text) set client_min_messages = warning;
alter function search_suggested(text, int) set client_min_messages = warning;
