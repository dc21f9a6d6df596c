package org.fairlead.cases.relation;

import java.time.Instant;
import java.util.UUID;
import org.fairlead.cases.casefile.CaseName;

/// Two cases that belong together, as it stands in one of them.
///
/// @param other the other one, which the reader sees too
public record Relation(UUID id, CaseName other, String reason, String addedBy, Instant addedAt) {}
