package org.fairlead.ais.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final long NOON = 1_704_196_800_000L;

    @TempDir private Path directory;

    private Journal open(long mostBytes, long recordingBytes) throws IOException {
        return new Journal(directory, mostBytes, recordingBytes, 600_000, 1);
    }

    private static boolean append(Journal journal, long at, String lines) throws IOException {
        byte[] bytes = lines.getBytes(StandardCharsets.US_ASCII);
        return journal.append(at, 1, bytes, 0, bytes.length);
    }

    private static List<String> read(Journal journal, long recording) throws IOException {
        var lines = new ArrayList<String>();
        long limit = journal.limit(recording);
        long at = 0;
        while (at < limit) {
            at =
                    JournalReader.read(
                            journal.file(recording),
                            at,
                            limit,
                            (time, connection, bytes, from, length) ->
                                    lines.add(
                                            new String(
                                                    bytes,
                                                    from,
                                                    length,
                                                    StandardCharsets.US_ASCII)));
        }
        return lines;
    }

    @Test
    void whatWasAcceptedIsThereAfterAnotherStart() throws IOException {
        try (var journal = open(1_000_000, 100_000)) {
            assertThat(append(journal, NOON, "one\n")).isTrue();
            assertThat(append(journal, NOON + 5, "two\n")).isTrue();
        }

        try (var again = open(1_000_000, 100_000)) {
            assertThat(append(again, NOON + 9, "three\n")).isTrue();

            assertThat(read(again, again.first())).containsExactly("one\n", "two\n", "three\n");
        }
    }

    @Test
    void aRecordTornByACrashIsNoRecord() throws IOException {
        Path file;
        try (var journal = open(1_000_000, 100_000)) {
            var unused = append(journal, NOON, "one\n");
            file = journal.file(journal.first());
        }
        byte[] whole = Files.readAllBytes(file);
        for (int cut = 1; cut < whole.length; cut++) {
            Files.write(file, whole);
            Files.write(file, java.util.Arrays.copyOf(whole, cut), StandardOpenOption.APPEND);

            try (var again = open(1_000_000, 100_000)) {
                assertThat(read(again, again.first())).containsExactly("one\n");
                assertThat(append(again, NOON, "two\n")).isTrue();
                assertThat(read(again, again.first())).containsExactly("one\n", "two\n");
            }
        }
    }

    @Test
    void whatHasNoRoomIsNotAccepted() throws IOException {
        try (var journal = open(100, 50)) {
            assertThat(append(journal, NOON, "x".repeat(60))).isTrue();
            assertThat(append(journal, NOON, "y".repeat(60))).isFalse();
            journal.closeRecording();
            assertThat(append(journal, NOON, "y".repeat(60))).isFalse();

            journal.remove(journal.first());

            assertThat(append(journal, NOON, "y".repeat(60))).isTrue();
            assertThat(journal.bytes()).isLessThanOrEqualTo(100);
        }
    }

    @Test
    void theNextRecordingCanBeReadWhileTheOneBeforeIsStillThere() throws IOException {
        try (var journal = open(1_000_000, 100_000)) {
            assertThat(append(journal, NOON, "one\n")).isTrue();
            long first = journal.first();
            journal.closeRecording();
            assertThat(append(journal, NOON + 5, "two\n")).isTrue();

            assertThat(journal.first()).isEqualTo(first);
            assertThat(read(journal, journal.next(first))).containsExactly("two\n");
            assertThat(read(journal, first)).containsExactly("one\n");

            journal.remove(first);

            assertThat(journal.next(first)).isEqualTo(journal.first());
        }
    }

    @Test
    void aRecordingEndsWhenItIsLargeOrOldButNotInsideAMessage() throws IOException {
        try (var journal = open(1_000_000, 60)) {
            var unused =
                    append(journal, NOON, "!AIVDM,2,1,3,A,56K8@vh2:w;D`OG??R0dTq9UF0l5,0*0D\n");
            unused = append(journal, NOON, "!AIVDM,2,2,3,A,E0JH882,2*52\n");
            unused = append(journal, NOON, "!AIVDM,1,1,,A,13HOI:0P0000VOHLCnHQKwvL05Ip,0*23\n");
            long first = journal.first();

            assertThat(read(journal, first)).hasSize(2);
            assertThat(journal.isClosed(first)).isTrue();

            journal.tick(NOON + 700_000);
            journal.tick(NOON + 1_400_000);

            assertThat(journal.isClosed(first + 1)).isTrue();
        }
    }

    @Test
    void aNumberIsNotUsedAgain() throws IOException {
        long removed;
        try (var journal = open(1_000_000, 50)) {
            var unused = append(journal, NOON, "one\n");
            removed = journal.first();
            journal.closeRecording();
            journal.remove(removed);
        }

        try (var again = open(1_000_000, 50)) {
            assertThat(again.first()).isGreaterThan(removed);
        }
    }
}
