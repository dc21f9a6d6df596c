package org.fairlead.cases.board;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.fairlead.cases.lifecycle.Slug;
import org.jspecify.annotations.Nullable;

/// A line between two things on the board.
///
/// @param label in words, as it reads from one end to the other
/// @param from first day of it, where it is dated
/// @param to last day of it, where it has ended
/// @param note what whoever drew it wrote
public record BoardLink(
        String source,
        String target,
        Kind kind,
        String label,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String note) {

    public enum Kind implements Slug {
        /// The thing is in the case.
        @JsonProperty("part")
        PART,
        /// A relation between two subjects, which a person wrote down.
        @JsonProperty("relation")
        RELATION,
        /// A lead is about a subject.
        @JsonProperty("about")
        ABOUT,
        /// An exhibit is the frozen record a lead came from.
        @JsonProperty("frozen")
        FROZEN,
        @JsonProperty("supports")
        SUPPORTS,
        @JsonProperty("contradicts")
        CONTRADICTS,
        /// A finding or a hypothesis answers a question.
        @JsonProperty("answers")
        ANSWERS,
        /// Two cases that a person said belong together, or that were merged.
        @JsonProperty("related")
        RELATED,
        /// A subject is in the other case too.
        @JsonProperty("also-in")
        ALSO_IN
    }

    static BoardLink of(String source, String target, Kind kind, String label) {
        return new BoardLink(source, target, kind, label, null, null, null);
    }

    BoardLink noted(@Nullable String text) {
        return new BoardLink(source, target, kind, label, from, to, text);
    }
}
