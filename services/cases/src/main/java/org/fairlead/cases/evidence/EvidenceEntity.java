package org.fairlead.cases.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "evidence")
@SuppressWarnings("NullAway.Init")
class EvidenceEntity {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Id UUID id;
    String team;
    UUID caseId;

    @Enumerated(EnumType.STRING)
    EvidenceKind kind;

    String title;
    String service;
    String href;
    @Nullable String note;
    String sha256;
    long sizeBytes;
    String collectedBy;
    Instant collectedAt;
    boolean synthetic;
    @Nullable String source;
    @Nullable String licence;

    /// GeoJSON text.
    @Nullable String geometry;

    @Nullable Instant occurredFrom;
    @Nullable Instant occurredTo;
    @Nullable String fileName;
    @Nullable String mediaType;
    String[] warnings = {};
    @Nullable String detector;

    /// JSON text.
    @Nullable String parameters;

    Evidence evidence() {
        return new Evidence(
                id,
                kind,
                title,
                new RecordAddress(service, href),
                note,
                sha256,
                sizeBytes,
                collectedBy,
                collectedAt,
                synthetic,
                source,
                licence,
                null,
                read(geometry),
                occurredFrom,
                occurredTo,
                fileName,
                mediaType,
                List.of(warnings),
                detector,
                read(parameters));
    }

    private static @Nullable JsonNode read(@Nullable String json) {
        if (json == null) {
            return null;
        }
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
