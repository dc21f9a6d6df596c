package org.fairlead.cases.lead;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.fairlead.contracts.problem.Page;
import org.jspecify.annotations.Nullable;

/// One page of a team's inbox, and how much waits in all of it.
public record Inbox(List<Lead> items, @Nullable String nextCursor, Counts counts) {

    public Inbox {
        items = List.copyOf(items);
    }

    static Inbox of(Page<Lead> page, Counts counts) {
        return new Inbox(page.items(), page.nextCursor(), counts);
    }

    /// Each up to 1,000, which stands for that or more.
    ///
    /// @param undecided leads that wait for a decision, whatever the filter; `new` on the wire
    /// @param due of those, due soon
    /// @param overdue of those, past their time
    public record Counts(@JsonProperty("new") long undecided, long due, long overdue) {}
}
