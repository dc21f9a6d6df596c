package org.fairlead.cases.finding;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.fairlead.cases.lifecycle.Slug;
import org.jspecify.annotations.Nullable;

/// What a case wants to know, or an answer it supposes and has yet to test.
///
/// @param parentId of a hypothesis: the question it would answer
public record Question(
        UUID id,
        Kind kind,
        @Nullable UUID parentId,
        String text,
        State state,
        String author,
        Instant at,
        String changedBy,
        Instant changedAt) {

    public enum Kind implements Slug {
        @JsonProperty("question")
        QUESTION,
        @JsonProperty("hypothesis")
        HYPOTHESIS
    }

    public enum State implements Slug {
        @JsonProperty("open")
        OPEN,
        /// Of a question.
        @JsonProperty("answered")
        ANSWERED,
        /// Of a hypothesis.
        @JsonProperty("supported")
        SUPPORTED,
        /// Of a hypothesis.
        @JsonProperty("refuted")
        REFUTED,
        @JsonProperty("dropped")
        DROPPED;

        boolean fits(Kind kind) {
            return switch (this) {
                case OPEN, DROPPED -> true;
                case ANSWERED -> kind == Kind.QUESTION;
                case SUPPORTED, REFUTED -> kind == Kind.HYPOTHESIS;
            };
        }
    }
}
