package org.fairlead.cases.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.cases.casefile.HistoryEntry;
import org.fairlead.cases.evidence.Evidence;
import org.fairlead.cases.evidence.EvidenceKind;
import org.fairlead.cases.evidence.RecordAddress;
import org.fairlead.cases.lead.Lead;
import org.fairlead.cases.lead.LeadKind;
import org.fairlead.cases.lead.LeadState;
import org.fairlead.cases.lead.Reason;
import org.fairlead.cases.lead.SourceRef;
import org.fairlead.cases.lifecycle.Priority;
import org.fairlead.cases.record.Fact;
import org.fairlead.cases.record.Note;
import org.fairlead.cases.record.Precision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final UUID ID = UUID.fromString("018d8c5a-0000-7000-8000-000000000001");
    private static final String HREF = "/api/ais/v1/activities/1";

    private static Instant day(int day) {
        return Instant.parse("2024-02-%02dT00:00:00Z".formatted(day));
    }

    private static Lead lead(LeadKind kind, @Nullable Instant from, String href) {
        return new Lead(
                ID,
                1,
                "team-gulf",
                LeadState.ATTACHED,
                kind,
                "a lead",
                List.of(new Reason(Reason.Family.REPORTING, "No report.")),
                null,
                from,
                null,
                null,
                null,
                new SourceRef("ais", "silence", "1", 1, href),
                false,
                true,
                Priority.NORMAL,
                day(28),
                false,
                day(20),
                null,
                null,
                List.of(),
                null,
                null);
    }

    private static Evidence evidence(EvidenceKind kind, @Nullable Instant from) {
        return new Evidence(
                ID,
                kind,
                "an exhibit",
                new RecordAddress("ais", HREF),
                null,
                "0".repeat(64),
                1,
                "carl",
                day(21),
                false,
                null,
                null,
                null,
                null,
                from,
                null,
                null,
                null,
                List.of(),
                null,
                null);
    }

    private static CaseContent content(
            List<Lead> leads,
            List<Evidence> evidence,
            List<Fact> facts,
            List<Note> notes,
            List<HistoryEntry> history) {
        return new CaseContent(
                leads, evidence, facts, notes, history, List.of(), List.of(), List.of(), List.of());
    }

    private static Timeline of(List<Lead> leads, List<Evidence> evidence) {
        return Timeline.of(content(leads, evidence, List.of(), List.of(), List.of()));
    }

    @Test
    void putsEverythingInTheOrderOfTime() {
        var fact =
                new Fact(
                        ID,
                        day(9),
                        null,
                        Precision.DAY,
                        "Moored",
                        null,
                        "a newspaper",
                        29.9,
                        122.1,
                        "carl",
                        day(22));
        var content =
                content(
                        List.of(lead(LeadKind.SILENCE, day(5), "/elsewhere")),
                        List.of(evidence(EvidenceKind.SIGHTING, day(10))),
                        List.of(fact),
                        List.of(new Note(ID, "Odd.", "carl", day(23), List.of())),
                        List.of(new HistoryEntry(ID, day(19), "Case opened", null, "carl")));

        assertThat(Timeline.of(content).items())
                .extracting(TimelineItem::kind)
                .containsExactly(
                        TimelineItem.Kind.SILENCE,
                        TimelineItem.Kind.FACT,
                        TimelineItem.Kind.SIGHTING,
                        TimelineItem.Kind.CHANGE,
                        TimelineItem.Kind.NOTE);
    }

    @Test
    void showsARecordOnceWhenItsLeadWasFrozenToo() {
        var timeline =
                of(
                        List.of(lead(LeadKind.SILENCE, day(5), HREF)),
                        List.of(evidence(EvidenceKind.SILENCE, day(5))));

        assertThat(timeline.items())
                .singleElement()
                .returns("an exhibit", TimelineItem::title)
                .returns(ID, TimelineItem::evidenceId);
    }

    @Test
    void putsWhatHasNoTimeOfItsOwnWhereItCameIn() {
        var timeline =
                of(
                        List.of(lead(LeadKind.VERDICT, null, "/elsewhere")),
                        List.of(evidence(EvidenceKind.TRACK, day(1))));

        assertThat(timeline.items()).extracting(TimelineItem::at).containsExactly(day(20), day(21));
        assertThat(timeline.items().getLast().title()).isEqualTo("Frozen: an exhibit");
    }

    @Test
    void saysWhenASourceTookItsRecordBack() {
        var lead = lead(LeadKind.SILENCE, day(5), HREF);
        var retracted =
                new Lead(
                        lead.id(),
                        2,
                        lead.team(),
                        lead.state(),
                        lead.kind(),
                        lead.title(),
                        lead.why(),
                        null,
                        lead.occurredFrom(),
                        null,
                        null,
                        null,
                        lead.sourceRef(),
                        true,
                        true,
                        lead.priority(),
                        lead.dueAt(),
                        false,
                        lead.raisedAt(),
                        null,
                        null,
                        List.of(),
                        null,
                        null);

        assertThat(of(List.of(retracted), List.of()).items())
                .singleElement()
                .returns("a lead (taken back by the source)", TimelineItem::title);
    }
}
