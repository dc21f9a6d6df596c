package org.fairlead.cases.finding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "finding")
@SuppressWarnings("NullAway.Init")
class FindingEntity {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Id UUID id;
    String team;
    UUID caseId;
    int version;

    @Enumerated(EnumType.STRING)
    FindingState state;

    @Nullable UUID questionId;
    String statement;

    @Enumerated(EnumType.STRING)
    Confidence confidence;

    @Nullable Instant fromAt;
    @Nullable Instant toAt;

    /// GeoJSON text.
    @Nullable String geometry;

    /// JSON text of the list of [Alternative].
    String alternatives;

    @Nullable String againstNote;
    String author;
    String authorSubject;
    String[] writers;
    Instant createdAt;
    Instant changedAt;
    @Nullable String reviewer;
    @Nullable String reviewerSubject;
    @Nullable Instant reviewedAt;
    @Nullable String reviewReason;

    void write(NewFinding wanted, String subject) {
        statement = java.util.Objects.requireNonNull(wanted.statement());
        confidence = java.util.Objects.requireNonNull(wanted.confidence());
        questionId = wanted.questionId();
        fromAt = wanted.from();
        toAt = wanted.to();
        geometry = wanted.geometry() == null ? null : wanted.geometry().toString();
        againstNote = wanted.againstNote();
        try {
            alternatives = JSON.writeValueAsString(wanted.alternatives());
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
        var all = new TreeSet<String>(Arrays.asList(writers));
        all.add(subject);
        writers = all.toArray(String[]::new);
    }

    void forgetReview() {
        reviewer = null;
        reviewerSubject = null;
        reviewedAt = null;
        reviewReason = null;
    }

    Finding finding(List<Link> evidence) {
        List<Alternative> tested = read(alternatives, new TypeReference<List<Alternative>>() {});
        return new Finding(
                id,
                version,
                state,
                statement,
                confidence,
                questionId,
                fromAt,
                toAt,
                geometry == null ? null : read(geometry, new TypeReference<JsonNode>() {}),
                evidence,
                tested,
                againstNote,
                author,
                createdAt,
                changedAt,
                reviewer == null || reviewedAt == null || reviewReason == null
                        ? null
                        : new Finding.Review(reviewer, reviewedAt, reviewReason),
                Readiness.missing(evidence, tested, againstNote));
    }

    private static <T> T read(String text, TypeReference<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
