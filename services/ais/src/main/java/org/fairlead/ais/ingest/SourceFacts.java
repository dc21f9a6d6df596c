package org.fairlead.ais.ingest;

import org.fairlead.contracts.frame.SourceClass;

/// What is known of a file or feed beside its bytes.
///
/// @param id of the job or feed; frames are named after it
/// @param source names the feed or archive
/// @param receiver name for reports that do not say who heard them; empty when nobody said
public record SourceFacts(
        String id, String source, SourceClass sourceClass, boolean synthetic, String receiver) {}
