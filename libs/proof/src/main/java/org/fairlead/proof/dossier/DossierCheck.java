package org.fairlead.proof.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.fairlead.proof.audit.AuditChain;
import org.fairlead.proof.audit.AuditEntry;
import org.fairlead.proof.canonical.CanonicalJson;
import org.fairlead.proof.note.NoteKey;
import org.fairlead.proof.note.SignedNote;
import org.jspecify.annotations.Nullable;

/// Holds an exported case against what it says of itself: every file against the manifest, frozen
/// records against the register, the audit against its chain, the signature against a key. Needs
/// nothing but the files and, to know who signed, a public key got by another way.
public final class DossierCheck {

    public static final String MANIFEST = "manifest-sha256.txt";
    public static final String SIGNATURE = "signature.txt";
    public static final String EVENTS = "audit/events.jsonl";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, byte[]> files;
    private final Optional<NoteKey> trusted;
    private final List<Finding> findings = new ArrayList<>();

    /// One thing that was looked at.
    ///
    /// @param isGood false where something lies
    /// @param what the file or entry, and what is wrong with it
    public record Finding(boolean isGood, String what) {}

    private DossierCheck(Map<String, byte[]> files, @Nullable NoteKey trusted) {
        this.files = new TreeMap<>(files);
        this.trusted = Optional.ofNullable(trusted);
    }

    /// @param files by their names in the ZIP
    /// @param trusted the signer's key; without it a signature is reported as unchecked
    public static List<Finding> of(Map<String, byte[]> files, @Nullable NoteKey trusted) {
        var check = new DossierCheck(files, trusted);
        check.manifest();
        check.signature();
        check.register();
        check.audit();
        return List.copyOf(check.findings);
    }

    private void manifest() {
        byte[] manifest = files.get(MANIFEST);
        if (manifest == null) {
            bad(MANIFEST + " is missing");
            return;
        }
        var listed = new TreeSet<String>();
        for (String line : new String(manifest, StandardCharsets.UTF_8).lines().toList()) {
            String[] parts = line.split("  ", 2);
            if (parts.length != 2) {
                bad(MANIFEST + ": not a line of sha256sum: " + line);
                continue;
            }
            listed.add(parts[1]);
            byte[] content = files.get(parts[1]);
            if (content == null) {
                bad(parts[1] + " is in the manifest and missing");
            } else if (!CanonicalJson.sha256(content).equals(parts[0])) {
                bad(parts[1] + " was changed: its SHA-256 is not the manifest's");
            }
        }
        for (String name : files.keySet()) {
            if (!listed.contains(name) && !name.equals(MANIFEST) && !name.equals(SIGNATURE)) {
                bad(name + " is not in the manifest: it was put in later");
            }
        }
        if (findings.isEmpty()) {
            good("%d files are as the manifest has them".formatted(listed.size()));
        }
    }

    private void signature() {
        byte[] signature = files.get(SIGNATURE);
        byte[] manifest = files.get(MANIFEST);
        if (signature == null) {
            if (trusted.isPresent()) {
                bad(SIGNATURE + " is missing: nobody says who made this");
            } else {
                good("not signed");
            }
            return;
        }
        SignedNote note;
        try {
            note = SignedNote.parse(new String(signature, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException fault) {
            bad(SIGNATURE + ": " + fault.getMessage());
            return;
        }
        if (manifest != null && !note.text().contains(CanonicalJson.sha256(manifest) + "\n")) {
            bad(SIGNATURE + " is of another manifest");
        }
        signedBy(note, SIGNATURE);
    }

    private void signedBy(SignedNote note, String name) {
        if (trusted.isEmpty()) {
            good(name + " is signed; give the signer's key to know by whom");
        } else if (note.isSignedBy(trusted.get())) {
            good(name + " is signed by " + trusted.get().name());
        } else {
            bad(name + " is not signed by " + trusted.get().name());
        }
    }

    private void register() {
        JsonNode register = json("case.json");
        if (register == null) {
            return;
        }
        int count = 0;
        int before = findings.size();
        for (JsonNode item : register.path("evidence")) {
            String file = item.path("file").asText();
            byte[] content = files.get(file);
            if (content == null) {
                bad(file + " is in the register and missing");
            } else if (!CanonicalJson.sha256(content).equals(item.path("sha256").asText())) {
                bad(file + " is not what was frozen: the register has another SHA-256");
            }
            count++;
        }
        if (findings.size() == before) {
            good("%d exhibits are what was frozen".formatted(count));
        }
    }

    private void audit() {
        byte[] events = files.get(EVENTS);
        if (events == null) {
            return;
        }
        var entries = new ArrayList<AuditEntry>();
        for (String line : new String(events, StandardCharsets.UTF_8).lines().toList()) {
            try {
                entries.add(entry(JSON.readTree(line)));
            } catch (IOException | IllegalArgumentException | DateTimeException fault) {
                bad(
                        "%s line %d cannot be read: %s"
                                .formatted(EVENTS, entries.size() + 1, fault.getMessage()));
                return;
            }
        }
        AuditChain.firstBreak(entries)
                .ifPresentOrElse(
                        broken ->
                                bad(
                                        "%s: the chain breaks at entry %d, which was changed, left out or put in"
                                                .formatted(EVENTS, broken)),
                        () ->
                                good(
                                        "%d audit entries are one whole chain"
                                                .formatted(entries.size())));
    }

    private static AuditEntry entry(JsonNode node) {
        return new AuditEntry(
                UUID.fromString(node.path("chain").asText()),
                node.path("sequence").asInt(),
                Instant.parse(node.path("at").asText()),
                node.path("actor").asText(),
                node.path("subject").asText(),
                node.path("action").asText(),
                node.path("object").asText(),
                node.path("detail").asText(),
                node.path("previousHash").asText(),
                node.path("hash").asText());
    }

    private @Nullable JsonNode json(String name) {
        byte[] content = files.get(name);
        if (content == null) {
            bad(name + " is missing");
            return null;
        }
        try {
            return JSON.readTree(content);
        } catch (IOException fault) {
            bad(name + " is not JSON: " + fault.getMessage());
            return null;
        }
    }

    private void good(String what) {
        findings.add(new Finding(true, what));
    }

    private void bad(String what) {
        findings.add(new Finding(false, what));
    }
}
