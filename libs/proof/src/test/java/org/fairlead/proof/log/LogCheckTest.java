package org.fairlead.proof.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.proof.audit.AuditChain;
import org.fairlead.proof.audit.AuditEntry;
import org.fairlead.proof.finding.Finding;
import org.fairlead.proof.merkle.GrowingRoot;
import org.fairlead.proof.note.Checkpoint;
import org.fairlead.proof.note.NoteSigner;
import org.fairlead.proof.note.SignedNote;
import org.junit.jupiter.api.Test;

class LogCheckTest {

    private static final UUID CASE = UUID.fromString("018d8c5a-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("018d8c5a-0000-7000-8000-000000000002");
    private static final Instant NOON = Instant.parse("2024-02-09T12:00:00Z");

    private final NoteSigner signer = NoteSigner.of("fairlead.test", new byte[32]);

    /// A log of two cases in turn, every third entry shown by its hash alone.
    private static List<LogLine> log(int size, String detailOfFour) {
        var lines = new ArrayList<LogLine>();
        var last = new HashMap<UUID, AuditEntry>();
        String chained = LogLine.START;
        for (int i = 0; i < size; i++) {
            UUID chain = i % 3 == 2 ? OTHER : CASE;
            AuditEntry entry =
                    AuditChain.link(
                            chain,
                            Optional.ofNullable(last.get(chain)),
                            NOON.plusSeconds(i),
                            "carl",
                            "s",
                            "note-added",
                            chain.toString(),
                            i == 4 ? detailOfFour : "note " + i);
            last.put(chain, entry);
            chained = LogLine.chain(chained, entry.hash());
            lines.add(
                    new LogLine(
                            i,
                            entry.hash(),
                            chained,
                            chain.equals(CASE) ? Optional.of(entry) : Optional.empty()));
        }
        return lines;
    }

    private static List<String> texts(List<LogLine> log) {
        return log.stream().map(LogLine::text).toList();
    }

    private String checkpoint(List<LogLine> log, int size) {
        var tree = new GrowingRoot();
        log.subList(0, size).forEach(line -> tree.add(line.leaf()));
        return SignedNote.sign(
                        new Checkpoint("fairlead.test/audit", size, tree.root()).text(), signer)
                .note();
    }

    private List<String> lies(List<String> lines, Map<String, String> notes) {
        return LogCheck.of(lines.iterator(), notes, signer.key()).stream()
                .filter(finding -> !finding.isGood())
                .map(Finding::what)
                .toList();
    }

    @Test
    void findsNothingInAnHonestOne() {
        var log = log(12, "note 4");

        assertThat(
                        LogCheck.of(
                                texts(log).iterator(),
                                Map.of("a", checkpoint(log, 7), "b", checkpoint(log, 12)),
                                signer.key()))
                .containsExactly(
                        Finding.good("the first 7 entries are those of a"),
                        Finding.good("the first 12 entries are those of b"),
                        Finding.good("12 entries are one whole log, 8 of them readable"));
    }

    /// Whoever has the database makes everything whole again, and signs it too.
    @Test
    void findsAHistoryThatWasRewrittenWholeAgainstACheckpointKeptOutside() {
        String kept = checkpoint(log(12, "note 4"), 7);
        String keptBefore = checkpoint(log(12, "note 4"), 3);
        var rewritten = log(12, "nothing to see here");

        assertThat(lies(texts(rewritten), Map.of("new", checkpoint(rewritten, 12)))).isEmpty();
        assertThat(lies(texts(rewritten), Map.of("kept", kept, "before", keptBefore)))
                .containsExactly(
                        "kept is of another log: something in entries 3 to 6 was rewritten after it"
                                + " was signed");
    }

    @Test
    void namesTheEntryInWhichOneByteIsFlipped() {
        var honest = texts(log(12, "note 4"));
        byte[] line = honest.get(4).getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at < line.length; at++) {
            byte[] changed = line.clone();
            changed[at] ^= 1;
            var lines = new ArrayList<>(honest);
            lines.set(4, new String(changed, StandardCharsets.US_ASCII));

            assertThat(lies(lines, Map.of()))
                    .as("byte %d: %s", at, lines.get(4))
                    .isNotEmpty()
                    .first()
                    .asString()
                    .contains("entry ");
            assertThat(lies(lines, Map.of()).getFirst()).containsAnyOf("entry 4", "entry 5 stands");
        }
    }

    @Test
    void namesTheLineOfWhichOnlyTheHashIsShown() {
        var lines = new ArrayList<>(texts(log(12, "note 4")));
        String line = lines.get(5);
        int at = line.indexOf("\"hash\":\"") + 8;
        char other = line.charAt(at) == '0' ? '1' : '0';
        lines.set(5, line.substring(0, at) + other + line.substring(at + 1));

        assertThat(lies(lines, Map.of()))
                .containsExactly("entry 5: its hash was changed, or what stands before it was");
    }

    @Test
    void findsALogCutAtItsEnd() {
        var log = log(12, "note 4");

        assertThat(lies(texts(log.subList(0, 9)), Map.of("kept", checkpoint(log, 12))))
                .containsExactly("kept is of 12 entries, and there are 9: the end was cut off");
    }

    @Test
    void findsAnEntryThatWasLeftOutWithEverythingAfterItWorkedOutAnew() {
        var lines = new ArrayList<LogLine>();
        String chained = LogLine.START;
        for (LogLine line : log(12, "note 4")) {
            if (line.index() != 4) {
                chained = LogLine.chain(chained, line.hash());
                lines.add(new LogLine(lines.size(), line.hash(), chained, line.entry()));
            }
        }

        assertThat(lies(texts(lines), Map.of()))
                .containsExactly(
                        "entry 5 does not follow number 3 of %s: one was left out or put in"
                                .formatted(CASE));
    }

    @Test
    void refusesACheckpointSomebodyElseSigned() {
        var log = log(3, "note 4");
        var other =
                NoteSigner.of(
                        "fairlead.test",
                        "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
        String forged = SignedNote.sign(SignedNote.parse(checkpoint(log, 3)).text(), other).note();

        assertThat(lies(texts(log), Map.of("kept", forged, "none", "x")))
                .containsExactly(
                        "kept is not signed by fairlead.test",
                        "none is no checkpoint: no blank line before the signatures");
    }
}
