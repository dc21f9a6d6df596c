package org.fairlead.proof.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditChainTest {

    private static final UUID CHAIN = UUID.fromString("018d8c5a-0000-7000-8000-000000000001");

    private static List<AuditEntry> chain(int length) {
        var entries = new ArrayList<AuditEntry>();
        Optional<AuditEntry> last = Optional.empty();
        for (int i = 0; i < length; i++) {
            var entry =
                    AuditChain.link(
                            CHAIN,
                            last,
                            Instant.parse("2024-02-09T04:30:00Z").plusSeconds(i),
                            "carl",
                            "s",
                            "case-read",
                            CHAIN.toString(),
                            "version " + i);
            entries.add(entry);
            last = Optional.of(entry);
        }
        return entries;
    }

    private static AuditEntry with(AuditEntry entry, String actor, int sequence, String hash) {
        return new AuditEntry(
                entry.chain(),
                sequence,
                entry.at(),
                actor,
                entry.subject(),
                entry.action(),
                entry.object(),
                entry.detail(),
                entry.previousHash(),
                hash);
    }

    @Test
    void holdsWhenNobodyTouchedIt() {
        assertThat(AuditChain.firstBreak(chain(5))).isEmpty();
        assertThat(AuditChain.firstBreak(List.of())).isEmpty();
    }

    @Test
    void breaksWhereAnEntryWasChanged() {
        var entries = chain(5);
        entries.set(2, with(entries.get(2), "chen", 3, entries.get(2).hash()));

        assertThat(AuditChain.firstBreak(entries)).contains(3);
    }

    @Test
    void breaksAfterAnEntryThatWasChangedWithItsHash() {
        var entries = chain(5);
        var honest = chain(2);
        var forged =
                AuditChain.link(
                        CHAIN,
                        Optional.of(honest.get(1)),
                        entries.get(2).at(),
                        "chen",
                        "s",
                        "case-read",
                        CHAIN.toString(),
                        "version 2");
        entries.set(2, forged);

        assertThat(AuditChain.firstBreak(entries)).contains(4);
    }

    @Test
    void breaksWhereAnEntryIsMissing() {
        var entries = chain(5);
        entries.remove(1);

        assertThat(AuditChain.firstBreak(entries)).contains(2);
    }

    @Test
    void breaksWhereEntriesChangedPlaces() {
        var entries = chain(5);
        var moved = entries.remove(3);
        entries.add(2, moved);

        assertThat(AuditChain.firstBreak(entries)).contains(3);
    }
}
