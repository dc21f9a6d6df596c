package org.fairlead.sanctions.list;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A taken-in file as the API shows it.
///
/// @param status `accepted`, `quarantined` or `rejected`
/// @param observedAt when the publisher's file was first seen to have these bytes
/// @param lastObservedAt when it was last seen to have them
/// @param reason why it was set aside; stays when it is accepted all the same
/// @param format what it was recognised as; absent when it was not
/// @param warnings what was odd in it and dropped nothing
/// @param decision what people say of a file set aside; absent while nobody has
public record ListVersionView(
        String list,
        int number,
        String status,
        String sha256,
        long sizeBytes,
        Instant observedAt,
        Instant lastObservedAt,
        @Nullable Instant publishedAt,
        int listings,
        int vessels,
        int added,
        int changed,
        int removed,
        @Nullable String reason,
        @Nullable String format,
        List<String> warnings,
        @Nullable Decision decision) {

    static final String ACCEPTED = "accepted";
    static final String QUARANTINED = "quarantined";
    static final String REJECTED = "rejected";

    public ListVersionView {
        warnings = List.copyOf(warnings);
    }

    /// Proposed by one person, valid once another has confirmed it.
    ///
    /// @param verdict `accept` or `reject`
    public record Decision(
            String verdict,
            String proposedBy,
            Instant proposedAt,
            @Nullable String comment,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt) {}

    boolean is(String wanted) {
        return status.equals(wanted);
    }
}
