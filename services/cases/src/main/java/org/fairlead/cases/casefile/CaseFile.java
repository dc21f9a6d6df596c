package org.fairlead.cases.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.cases.access.Visibility;
import org.fairlead.cases.lifecycle.CaseState;
import org.fairlead.cases.lifecycle.Handling;
import org.fairlead.cases.lifecycle.Outcome;
import org.fairlead.cases.lifecycle.Priority;
import org.jspecify.annotations.Nullable;

/// A case as its team sees it.
///
/// @param number per team and year, `GULF-2026-0001`
/// @param isSynthetic true as soon as anything in it was made for a demonstration or a test
/// @param visibility for whom it exists
/// @param transitions states this caller may move it to now
/// @param actions what this caller may do with it now
/// @param work how it is worked on: due, tags, own fields, hold, merging
public record CaseFile(
        UUID id,
        String number,
        String team,
        String title,
        @Nullable String summary,
        CaseState state,
        @Nullable Outcome outcome,
        Priority priority,
        Handling handling,
        Visibility visibility,
        List<String> compartments,
        boolean isSynthetic,
        String openedBy,
        Instant openedAt,
        Instant changedAt,
        int version,
        Counts counts,
        List<Subject> subjects,
        List<CaseState> transitions,
        List<String> actions,
        CaseWork work) {

    /// @param tasks open or in progress
    public record Counts(long leads, long evidence, long notes, long tasks) {

        public static final Counts NONE = new Counts(0, 0, 0, 0);
    }

    public CaseFile {
        subjects = List.copyOf(subjects);
        transitions = List.copyOf(transitions);
        compartments = List.copyOf(compartments);
        actions = List.copyOf(actions);
    }
}
