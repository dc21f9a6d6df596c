package org.fairlead.cases.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fairlead.cases.casefile.HistoryEntry;
import org.fairlead.cases.evidence.Evidence;
import org.fairlead.cases.evidence.EvidenceKind;
import org.fairlead.cases.lead.Lead;
import org.fairlead.cases.lead.SourceRef;
import org.fairlead.cases.record.Fact;
import org.fairlead.cases.record.Note;
import org.fairlead.cases.record.Precision;

/// Puts everything of a case in the order of time. Pure: the same content gives the same list.
public record Timeline(List<TimelineItem> items) {

    private static final Comparator<TimelineItem> ORDER =
            Comparator.comparing(TimelineItem::at)
                    .thenComparing(TimelineItem::kind)
                    .thenComparing(TimelineItem::title);

    public Timeline {
        items = List.copyOf(items);
    }

    public static Timeline of(CaseContent content) {
        var items = new ArrayList<TimelineItem>();
        Set<String> frozen = new HashSet<>();
        for (Evidence evidence : content.evidence()) {
            items.add(item(evidence));
            frozen.add(evidence.ref().href());
        }
        for (Lead lead : content.leads()) {
            SourceRef source = lead.sourceRef();
            // A frozen record says it better than the lead it came from.
            if (source == null || source.href() == null || !frozen.contains(source.href())) {
                items.add(item(lead));
            }
        }
        content.facts().forEach(fact -> items.add(item(fact)));
        content.notes().forEach(note -> items.add(item(note)));
        content.history().forEach(entry -> items.add(item(entry)));
        items.sort(ORDER);
        return new Timeline(items);
    }

    private static TimelineItem item(Evidence evidence) {
        TimelineItem.Kind kind = kind(evidence.kind());
        // An exhibit without a time of its own stands where it was collected.
        Instant from = evidence.occurredFrom();
        boolean isDated = kind != TimelineItem.Kind.CHANGE && from != null;
        JsonNode point = evidence.geometry();
        return new TimelineItem(
                isDated && from != null ? from : evidence.collectedAt(),
                isDated ? evidence.occurredTo() : null,
                Precision.INSTANT,
                kind,
                isDated ? evidence.title() : "Frozen: " + evidence.title(),
                evidence.note(),
                evidence.synthetic(),
                evidence.id(),
                coordinate(point, 1),
                coordinate(point, 0),
                evidence.source());
    }

    /// Tracks and identities last: they are exhibits, not events.
    private static TimelineItem.Kind kind(EvidenceKind kind) {
        return switch (kind) {
            case SILENCE -> TimelineItem.Kind.SILENCE;
            case SIGHTING -> TimelineItem.Kind.SIGHTING;
            case VERDICT -> TimelineItem.Kind.VERDICT;
            case MATCH -> TimelineItem.Kind.MATCH;
            case LISTING -> TimelineItem.Kind.LISTING;
            case ACTIVITY -> TimelineItem.Kind.ACTIVITY;
            case FILE -> TimelineItem.Kind.FACT;
            case TRACK, VESSEL -> TimelineItem.Kind.CHANGE;
        };
    }

    /// Of a point, or of the first point of several: where it began.
    private static @org.jspecify.annotations.Nullable Double coordinate(
            @org.jspecify.annotations.Nullable JsonNode geometry, int index) {
        if (geometry == null) {
            return null;
        }
        JsonNode coordinates = geometry.path("coordinates");
        while (coordinates.path(0).isArray()) {
            coordinates = coordinates.path(0);
        }
        JsonNode value = coordinates.path(index);
        return value.isNumber() ? value.doubleValue() : null;
    }

    private static TimelineItem item(Lead lead) {
        Instant from = lead.occurredFrom();
        SourceRef source = lead.sourceRef();
        return new TimelineItem(
                from == null ? lead.raisedAt() : from,
                lead.occurredTo(),
                Precision.INSTANT,
                switch (lead.kind()) {
                    case SILENCE -> TimelineItem.Kind.SILENCE;
                    case VERDICT -> TimelineItem.Kind.VERDICT;
                    case MATCH -> TimelineItem.Kind.MATCH;
                    case ENCOUNTER, LOITERING, POSITION, IDENTITY, DRAUGHT, PORT_CALL ->
                            TimelineItem.Kind.ACTIVITY;
                    case MANUAL -> TimelineItem.Kind.NOTE;
                },
                lead.isRetracted() ? lead.title() + " (taken back by the source)" : lead.title(),
                lead.why().isEmpty() ? null : lead.why().getFirst().statement(),
                lead.synthetic(),
                null,
                lead.latitudeDegrees(),
                lead.longitudeDegrees(),
                source == null ? null : source.service());
    }

    private static TimelineItem item(Fact fact) {
        return new TimelineItem(
                fact.at(),
                fact.to(),
                fact.precision(),
                TimelineItem.Kind.FACT,
                fact.title(),
                fact.detail(),
                false,
                null,
                fact.latitudeDegrees(),
                fact.longitudeDegrees(),
                fact.source());
    }

    private static TimelineItem item(Note note) {
        return done(note.at(), TimelineItem.Kind.NOTE, "Note by " + note.author(), note.text());
    }

    private static TimelineItem item(HistoryEntry entry) {
        String by = "by " + entry.actor();
        return done(
                entry.at(),
                TimelineItem.Kind.CHANGE,
                entry.title(),
                entry.detail() == null ? by : entry.detail() + " (" + by + ")");
    }

    private static TimelineItem done(
            Instant at, TimelineItem.Kind kind, String title, String detail) {
        return new TimelineItem(
                at, null, Precision.INSTANT, kind, title, detail, false, null, null, null, null);
    }
}
