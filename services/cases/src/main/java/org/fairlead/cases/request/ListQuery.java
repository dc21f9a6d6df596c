package org.fairlead.cases.request;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.fairlead.service.page.Cursor;
import org.jspecify.annotations.Nullable;

/// What every list takes from its caller: only what changed at or after a time, from where on, how
/// much of it.
public class ListQuery {

    @QueryParam("updatedSince")
    public @Nullable String updatedSince;

    @QueryParam("cursor")
    public @Nullable String cursor;

    @QueryParam("limit")
    public @Nullable Integer limit;

    public @Nullable Instant since() {
        return Fields.since(updatedSince);
    }

    /// For a query that has to compare with something.
    public Instant sinceOrEver() {
        Instant since = since();
        return since == null ? Instant.EPOCH : since;
    }

    public @Nullable Cursor from() {
        return Cursor.parse(cursor);
    }

    public int most() {
        return Cursor.limit(limit);
    }

    /// What a case or a team has few of comes whole, unless somebody asks for less.
    int mostOf(int all) {
        return limit == null ? Math.max(1, all) : Cursor.limit(limit);
    }
}
