package org.fairlead.cases.lead;

import org.jspecify.annotations.Nullable;

/// The record a lead came from, at the version the lead shows.
///
/// @param href where the record is now, for evidence and for a look
public record SourceRef(
        String service, String kind, String id, int version, @Nullable String href) {}
