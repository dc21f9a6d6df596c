package org.fairlead.proof.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fairlead.proof.audit.AuditChain;
import org.fairlead.proof.audit.AuditEntry;
import org.fairlead.proof.audit.AuditJson;
import org.fairlead.proof.bag.Bag;
import org.fairlead.proof.bag.Content;
import org.fairlead.proof.canonical.CanonicalJson;
import org.fairlead.proof.finding.Finding;
import org.fairlead.proof.log.LogLine;
import org.fairlead.proof.merkle.MerkleTree;
import org.fairlead.proof.note.Checkpoint;
import org.fairlead.proof.note.NoteKey;
import org.fairlead.proof.note.NoteSigner;
import org.fairlead.proof.note.SignedNote;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DossierCheckTest {

    private static final UUID CASE = UUID.fromString("018d8c5a-0000-7000-8000-000000000001");
    private static final UUID ITEM = UUID.fromString("018d8c5a-0000-7000-8000-000000000002");
    private static final String EXHIBIT = "evidence/1/record.json";
    private static final String FROZEN = "{\"state\":\"open\"}";

    private final NoteSigner signer = NoteSigner.of("fairlead.test", new byte[32]);

    private Map<String, String> payload() {
        var files = new TreeMap<String, String>();
        files.put(EXHIBIT, FROZEN);
        files.put(
                "case.json",
                "{\"evidence\":[{\"file\":\"%s\",\"sha256\":\"%s\"},{\"withheld\":\"licence\",\"sha256\":\"x\"}]}"
                        .formatted(
                                EXHIBIT,
                                CanonicalJson.sha256(FROZEN.getBytes(StandardCharsets.UTF_8))));
        List<AuditEntry> entries = chain(CASE, 5);
        files.put("audit/events.jsonl", lines(entries));
        files.put("custody/%s.jsonl".formatted(ITEM), lines(chain(ITEM, 2)));
        List<byte[]> leaves = entries.stream().map(entry -> LogLine.leaf(entry.hash())).toList();
        String head = new Checkpoint("fairlead.test/audit", 5, MerkleTree.root(leaves)).text();
        files.put("audit/checkpoint.txt", SignedNote.sign(head, signer).note());
        files.put("audit/proofs.json", proofs(leaves));
        return files;
    }

    private static String proofs(List<byte[]> leaves) {
        var proofs = new ArrayList<String>();
        for (int i = 0; i < leaves.size(); i++) {
            proofs.add(
                    "\"%d\":{\"leaf\":%d,\"path\":[%s]}"
                            .formatted(
                                    i + 1,
                                    i,
                                    MerkleTree.inclusion(leaves, i).stream()
                                            .map(hash ->
                                                    "\"" + HexFormat.of().formatHex(hash) + "\"")
                                            .collect(Collectors.joining(","))));
        }
        return "{" + String.join(",", proofs) + "}";
    }

    private static List<AuditEntry> chain(UUID chain, int size) {
        var entries = new ArrayList<AuditEntry>();
        for (int i = 0; i < size; i++) {
            entries.add(
                    AuditChain.link(
                            chain,
                            entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast()),
                            Instant.parse("2024-02-09T04:30:00Z").plusSeconds(i),
                            "carl",
                            "s",
                            "note-added",
                            chain.toString(),
                            "note " + i));
        }
        return entries;
    }

    private static String lines(List<AuditEntry> entries) {
        return entries.stream()
                .map(entry -> AuditJson.node(entry) + "\n")
                .collect(Collectors.joining());
    }

    private TreeMap<String, byte[]> sealed(Map<String, String> payload) {
        var contents = new TreeMap<String, Content>();
        payload.forEach((name, text) -> contents.put(name, Content.of(text)));
        try {
            var files = new TreeMap<String, byte[]>();
            for (var file :
                    Bag.of(
                                    contents,
                                    Map.of("README.txt", Content.of("Read me.\n")),
                                    Map.of("Source-Organization", "a test"),
                                    "fairlead dossier\n",
                                    Optional.of(signer))
                            .entrySet()) {
                files.put(file.getKey(), file.getValue().bytes());
            }
            return files;
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static List<Finding> check(Map<String, byte[]> files, @Nullable NoteKey key) {
        var contents = new TreeMap<String, Content>();
        files.forEach((name, bytes) -> contents.put(name, Content.of(bytes)));
        return DossierCheck.of(contents, key, null);
    }

    private static List<String> lies(Map<String, byte[]> files, @Nullable NoteKey key) {
        return check(files, key).stream()
                .filter(finding -> !finding.isGood())
                .map(Finding::what)
                .toList();
    }

    @Test
    void findsNothingInAnHonestOne() {
        assertThat(check(sealed(payload()), signer.key()))
                .containsExactly(
                        Finding.good("10 files are as the manifests have them"),
                        Finding.good("signature.txt is signed by fairlead.test"),
                        Finding.good("1 exhibits are what was frozen, 1 are withheld"),
                        Finding.good("5 audit entries are one whole chain"),
                        Finding.good("data/audit/checkpoint.txt is signed by fairlead.test"),
                        Finding.good("5 audit entries are under the checkpoint of 5 entries"),
                        Finding.good("1 custody logs are whole chains"));
    }

    /// One flipped bit anywhere is found and the file named.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "data/evidence/1/record.json",
                "data/case.json",
                DossierCheck.EVENTS,
                DossierCheck.CHECKPOINT,
                DossierCheck.PROOFS,
                "README.txt",
                "bagit.txt",
                "bag-info.txt",
                "manifest-sha256.txt"
            })
    void namesTheFileInWhichOneBitIsFlipped(String name) {
        byte[] honest = java.util.Objects.requireNonNull(sealed(payload()).get(name));
        for (int at = 0; at < honest.length; at += 7) {
            var files = sealed(payload());
            byte[] changed = honest.clone();
            changed[at] ^= 1;
            files.put(name, changed);

            assertThat(lies(files, signer.key()))
                    .as("byte %d of %s", at, name)
                    .anyMatch(lie -> lie.startsWith(name + " was changed"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Bag.SIGNATURE, Bag.TAG_MANIFEST})
    void findsAFlippedBitInWhatNoManifestLists(String name) {
        byte[] honest = java.util.Objects.requireNonNull(sealed(payload()).get(name));
        for (int at = 0; at < honest.length; at++) {
            var files = sealed(payload());
            byte[] changed = honest.clone();
            changed[at] ^= 1;
            files.put(name, changed);

            assertThat(lies(files, signer.key())).as("byte %d of %s", at, name).isNotEmpty();
        }
    }

    @Test
    void findsAnExhibitThatWasReplacedAndSealedAnew() {
        var payload = payload();
        payload.put(EXHIBIT, "{\"state\":\"reappeared\"}");

        assertThat(lies(sealed(payload), signer.key()))
                .containsExactly(
                        "data/evidence/1/record.json is not what was frozen: the register has"
                                + " another SHA-256");
    }

    @Test
    void namesTheAuditEntryThatWasRewrittenAndSealedAnew() {
        var payload = payload();
        payload.computeIfPresent(
                "audit/events.jsonl", (name, events) -> events.replace("note 2", "note X"));

        assertThat(lies(sealed(payload), signer.key()))
                .containsExactly(
                        "data/audit/events.jsonl: the chain breaks at entry 3, which was changed,"
                                + " left out or put in");
    }

    /// The chain worked out anew is whole, and not the one that was signed.
    @Test
    void findsAnAuditThatWasRewrittenWhole() {
        var payload = payload();
        payload.put(
                "audit/events.jsonl",
                lines(chain(CASE, 4)) + lines(chain(CASE, 5).subList(4, 5)).replace("note 4", "x"));
        var rewritten = new ArrayList<>(chain(CASE, 4));
        rewritten.add(
                AuditChain.link(
                        CASE,
                        Optional.of(rewritten.getLast()),
                        Instant.EPOCH,
                        "nobody",
                        "s",
                        "note-added",
                        "x",
                        "x"));
        payload.put("audit/events.jsonl", lines(rewritten));

        assertThat(lies(sealed(payload), signer.key()))
                .containsExactly(
                        "data/audit/proofs.json: entry 5 is not under the checkpoint of 5 entries");
    }

    @Test
    void holdsEntriesOfWhichOnlyTheHashesAreShown() {
        var payload = payload();
        payload.put(
                "audit/events.jsonl",
                chain(CASE, 5).stream()
                        .map(entry -> AuditJson.hashesOnly(entry) + "\n")
                        .collect(Collectors.joining()));

        assertThat(lies(sealed(payload), signer.key())).isEmpty();
    }

    @Test
    void namesTheCustodyLogThatWasRewritten() {
        var payload = payload();
        payload.computeIfPresent(
                "custody/%s.jsonl".formatted(ITEM), (name, log) -> log.replace("note 1", "note X"));

        assertThat(lies(sealed(payload), signer.key()))
                .containsExactly(
                        "data/custody/%s.jsonl: the chain breaks at entry 2, which was changed, left out or put in"
                                .formatted(ITEM));
    }

    @Test
    void findsWhatWasPutInOrTakenOut() {
        var more = sealed(payload());
        more.put("data/evidence/2/record.json", new byte[0]);
        var less = sealed(payload());
        less.remove("data/evidence/1/record.json");

        assertThat(lies(more, null))
                .containsExactly(
                        "data/evidence/2/record.json is in no manifest: it was put in later");
        assertThat(lies(less, null))
                .containsExactly(
                        "data/evidence/1/record.json is in the manifest and missing",
                        "data/evidence/1/record.json is in the register and missing");
    }

    @Test
    void knowsAForeignSigner() {
        var other =
                NoteSigner.of(
                        "fairlead.test",
                        "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));

        assertThat(lies(sealed(payload()), other.key()))
                .containsExactly(
                        "signature.txt is not signed by fairlead.test",
                        "data/audit/checkpoint.txt is not signed by fairlead.test");
        var unsigned = sealed(payload());
        unsigned.remove(Bag.SIGNATURE);
        assertThat(lies(unsigned, signer.key()))
                .containsExactly("signature.txt is missing: nobody says who made this");
    }

    @Test
    void readsAnythingWithoutFailing() {
        for (String name : sealed(payload()).keySet()) {
            var files = sealed(payload());
            files.put(name, new byte[] {0, (byte) 0xff, '\n', '{'});

            assertThat(lies(files, signer.key())).as(name).isNotEmpty();
        }
        assertThat(lies(Map.of(), null)).isNotEmpty();
    }
}
