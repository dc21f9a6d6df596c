package org.fairlead.cases.access;

/// What somebody wants of a team's leads and cases.
public enum Action {
    /// See leads, cases, evidence and chronology.
    READ,
    /// See who did and read what.
    READ_AUDIT,
    /// Decide on leads.
    TRIAGE,
    /// Open a case.
    OPEN_CASE,
    /// Change the case's own words: title, summary, priority, handling.
    EDIT,
    /// Add leads, evidence, notes, facts, subjects.
    CONTRIBUTE,
    /// Move the case to another state.
    MOVE,
    /// Take the whole case out.
    EXPORT
}
