package org.fairlead.cases.board;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.fairlead.cases.lifecycle.Slug;
import org.jspecify.annotations.Nullable;

/// One thing on the board.
///
/// @param id unique on the board: kind and id of the thing, `subject:0192…`
/// @param target the id of the thing itself
/// @param state its state in its own words, absent where it has none
/// @param at when it happened, or was found, written or opened
public record BoardNode(
        String id,
        Kind kind,
        UUID target,
        String title,
        @Nullable String detail,
        @Nullable String state,
        @Nullable Instant at,
        boolean synthetic) {

    /// In the order in which a board that is too large keeps them.
    public enum Kind implements Slug {
        /// The case of the board.
        @JsonProperty("case")
        CASE,
        @JsonProperty("subject")
        SUBJECT,
        @JsonProperty("finding")
        FINDING,
        @JsonProperty("question")
        QUESTION,
        /// Another case that the caller sees too.
        @JsonProperty("neighbour")
        NEIGHBOUR,
        @JsonProperty("evidence")
        EVIDENCE,
        @JsonProperty("lead")
        LEAD;

        String node(UUID target) {
            return slug() + ":" + target;
        }
    }

    static BoardNode of(Kind kind, UUID target, String title) {
        return new BoardNode(kind.node(target), kind, target, title, null, null, null, false);
    }

    BoardNode with(@Nullable String detail, @Nullable String state, @Nullable Instant at) {
        return new BoardNode(id, kind, target, title, detail, state, at, synthetic);
    }

    BoardNode synthetic(boolean isSynthetic) {
        return new BoardNode(id, kind, target, title, detail, state, at, isSynthetic);
    }
}
