package org.fairlead.proof.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.fairlead.proof.audit.AuditChain;
import org.fairlead.proof.audit.AuditEntry;
import org.fairlead.proof.canonical.CanonicalJson;
import org.fairlead.proof.note.NoteSigner;
import org.fairlead.proof.note.SignedNote;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DossierCheckTest {

    private static final UUID CASE = UUID.fromString("018d8c5a-0000-7000-8000-000000000001");
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final NoteSigner signer = NoteSigner.of("fairlead.test", new byte[32]);

    private Map<String, byte[]> dossier() {
        var files = new TreeMap<String, byte[]>();
        byte[] frozen = bytes("{\"state\":\"open\"}");
        files.put("evidence/1.json", frozen);
        files.put(
                "case.json",
                bytes(
                        "{\"evidence\":[{\"file\":\"evidence/1.json\",\"sha256\":\"%s\"}]}"
                                .formatted(CanonicalJson.sha256(frozen))));
        files.put(DossierCheck.EVENTS, bytes(events()));
        seal(files);
        return files;
    }

    private void seal(Map<String, byte[]> files) {
        files.remove(DossierCheck.MANIFEST);
        files.remove(DossierCheck.SIGNATURE);
        var manifest = new StringBuilder();
        files.forEach((name, content) ->
                manifest.append(CanonicalJson.sha256(content))
                        .append("  ")
                        .append(name)
                        .append('\n'));
        files.put(DossierCheck.MANIFEST, bytes(manifest.toString()));
        String text =
                "fairlead dossier\n" + CanonicalJson.sha256(bytes(manifest.toString())) + "\n";
        files.put(DossierCheck.SIGNATURE, bytes(SignedNote.sign(text, signer).note()));
    }

    private static String events() {
        var lines = new StringBuilder();
        Optional<AuditEntry> last = Optional.empty();
        for (int i = 0; i < 5; i++) {
            var entry =
                    AuditChain.link(
                            CASE,
                            last,
                            Instant.parse("2024-02-09T04:30:00Z").plusSeconds(i),
                            "carl",
                            "s",
                            "note-added",
                            CASE.toString(),
                            "note " + i);
            lines.append(line(entry)).append('\n');
            last = Optional.of(entry);
        }
        return lines.toString();
    }

    private static String line(AuditEntry entry) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("chain", entry.chain().toString())
                .put("sequence", entry.sequence())
                .put("at", entry.at().toString())
                .put("actor", entry.actor())
                .put("subject", entry.subject())
                .put("action", entry.action())
                .put("object", entry.object())
                .put("detail", entry.detail())
                .put("previousHash", entry.previousHash())
                .put("hash", entry.hash());
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> lies(
            Map<String, byte[]> files, org.fairlead.proof.note.@Nullable NoteKey key) {
        var lies = new ArrayList<String>();
        for (var finding : DossierCheck.of(files, key)) {
            if (!finding.isGood()) {
                lies.add(finding.what());
            }
        }
        return lies;
    }

    @Test
    void findsNothingInAnHonestOne() {
        assertThat(lies(dossier(), signer.key())).isEmpty();
        assertThat(DossierCheck.of(dossier(), signer.key()))
                .extracting(DossierCheck.Finding::what)
                .containsExactly(
                        "3 files are as the manifest has them",
                        "signature.txt is signed by fairlead.test",
                        "1 exhibits are what was frozen",
                        "5 audit entries are one whole chain");
    }

    /// One flipped bit anywhere is found and the file named.
    @ParameterizedTest
    @ValueSource(strings = {"evidence/1.json", "case.json", DossierCheck.EVENTS})
    void namesTheFileInWhichOneBitIsFlipped(String name) {
        byte[] honest = java.util.Objects.requireNonNull(dossier().get(name));
        for (int at = 0; at < honest.length; at += 7) {
            var files = dossier();
            byte[] changed = honest.clone();
            changed[at] ^= 1;
            files.put(name, changed);

            assertThat(lies(files, signer.key()))
                    .as("byte %d of %s", at, name)
                    .anyMatch(lie -> lie.startsWith(name + " was changed"));
        }
    }

    @Test
    void findsAnExhibitThatWasReplacedAndSealedAnew() {
        var files = dossier();
        files.put("evidence/1.json", bytes("{\"state\":\"reappeared\"}"));
        seal(files);

        assertThat(lies(files, signer.key()))
                .containsExactly(
                        "evidence/1.json is not what was frozen: the register has another SHA-256");
    }

    @Test
    void namesTheAuditEntryThatWasRewrittenAndSealedAnew() {
        var files = dossier();
        String events = new String(files.get(DossierCheck.EVENTS), StandardCharsets.UTF_8);
        files.put(DossierCheck.EVENTS, bytes(events.replace("note 2", "note X")));
        seal(files);

        assertThat(lies(files, signer.key()))
                .containsExactly(
                        "audit/events.jsonl: the chain breaks at entry 3, which was changed, left out or put in");
    }

    @Test
    void findsWhatWasPutInOrTakenOut() {
        var more = dossier();
        more.put("evidence/2.json", bytes("{}"));
        var less = dossier();
        less.remove("evidence/1.json");

        assertThat(lies(more, null))
                .containsExactly("evidence/2.json is not in the manifest: it was put in later");
        assertThat(lies(less, null))
                .containsExactly(
                        "evidence/1.json is in the manifest and missing",
                        "evidence/1.json is in the register and missing");
    }

    @Test
    void knowsAForeignSigner() {
        var other = NoteSigner.of("fairlead.test", bytes("0123456789abcdef0123456789abcdef"));

        assertThat(lies(dossier(), other.key()))
                .containsExactly("signature.txt is not signed by fairlead.test");
        var unsigned = dossier();
        unsigned.remove(DossierCheck.SIGNATURE);
        assertThat(lies(unsigned, other.key()))
                .containsExactly("signature.txt is missing: nobody says who made this");
    }

    @Test
    void readsAnythingWithoutFailing() {
        for (String name : dossier().keySet()) {
            var files = dossier();
            files.put(name, new byte[] {0, (byte) 0xff, '\n', '{'});

            assertThat(lies(files, signer.key())).as(name).isNotEmpty();
        }
        assertThat(lies(Map.of(), null)).isNotEmpty();
    }
}
