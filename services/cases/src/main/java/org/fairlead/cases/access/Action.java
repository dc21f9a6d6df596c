package org.fairlead.cases.access;

import org.fairlead.cases.lifecycle.Slug;

/// What somebody wants of a team's leads and cases.
public enum Action implements Slug {
    /// See leads, cases, evidence and chronology.
    READ,
    /// See who did and read what.
    READ_AUDIT,
    /// Decide on leads.
    TRIAGE,
    /// Open a case.
    OPEN_CASE,
    /// Add a note.
    COMMENT,
    /// Add leads, evidence, facts, subjects.
    CONTRIBUTE,
    /// Change the case's own words: title, summary, priority, handling.
    EDIT,
    /// Accept or reject what somebody else proposed.
    REVIEW,
    /// Move the case to another state.
    MOVE,
    /// Say who may see the case, and who may not.
    MANAGE_ACCESS,
    /// Remove the case from every list; its audit stays.
    DELETE,
    /// Take the whole case out.
    EXPORT,
    /// Take out what its redaction profile leaves.
    EXPORT_REDACTED,
    /// Set up the team: templates, own fields, inbox, retention.
    CONFIGURE
}
