package org.fairlead.cases.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.cases.lifecycle.Slug;
import org.jspecify.annotations.Nullable;

/// A record frozen as it was: the register's line. The bytes never change; when the source moves
/// on, `liveState` says so.
///
/// @param sha256 of the frozen bytes, which are canonical JSON (RFC 8785)
/// @param source who published or received what the record says, as the record names it
/// @param licence what may be done with it, where the record says
/// @param geometry GeoJSON
/// @param fileName of a file: its name as it came, made safe
/// @param mediaType of a file: what whoever uploaded it said it is
/// @param warnings what whoever opens the file should know first
/// @param detector which version of which rule made the record, where it says
/// @param parameters the thresholds it was made with, where it says
public record Evidence(
        UUID id,
        EvidenceKind kind,
        String title,
        RecordAddress ref,
        @Nullable String note,
        String sha256,
        long sizeBytes,
        String collectedBy,
        Instant collectedAt,
        boolean synthetic,
        @Nullable String source,
        @Nullable String licence,
        @Nullable LiveState liveState,
        @Nullable JsonNode geometry,
        @Nullable Instant occurredFrom,
        @Nullable Instant occurredTo,
        @Nullable String fileName,
        @Nullable String mediaType,
        List<String> warnings,
        @Nullable String detector,
        @Nullable JsonNode parameters) {

    public Evidence {
        warnings = List.copyOf(warnings);
    }

    /// What the source says now, against what was frozen.
    public enum LiveState implements Slug {
        @JsonProperty("same")
        SAME,
        @JsonProperty("differs")
        DIFFERS,
        @JsonProperty("unknown")
        UNKNOWN
    }

    public boolean isFile() {
        return kind == EvidenceKind.FILE;
    }

    /// The name of its bytes in a dossier's folder of the exhibit.
    public String nameInDossier() {
        return fileName == null ? "record.json" : fileName;
    }

    Evidence with(LiveState state) {
        return new Evidence(
                id,
                kind,
                title,
                ref,
                note,
                sha256,
                sizeBytes,
                collectedBy,
                collectedAt,
                synthetic,
                source,
                licence,
                state,
                geometry,
                occurredFrom,
                occurredTo,
                fileName,
                mediaType,
                warnings,
                detector,
                parameters);
    }
}
