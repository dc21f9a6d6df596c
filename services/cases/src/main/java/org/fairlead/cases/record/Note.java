package org.fairlead.cases.record;

import java.time.Instant;
import java.util.UUID;

/// What somebody wrote into a case. Notes are added, not rewritten.
///
/// @param author `fairlead` for what the platform itself asks people to look at
public record Note(UUID id, String text, String author, Instant at) {}
