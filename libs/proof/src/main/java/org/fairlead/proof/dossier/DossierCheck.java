package org.fairlead.proof.dossier;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fairlead.proof.audit.AuditChain;
import org.fairlead.proof.audit.AuditEntry;
import org.fairlead.proof.audit.AuditJson;
import org.fairlead.proof.bag.Bag;
import org.fairlead.proof.bag.Content;
import org.fairlead.proof.finding.Finding;
import org.fairlead.proof.log.LogLine;
import org.fairlead.proof.merkle.MerkleTree;
import org.fairlead.proof.note.Checkpoint;
import org.fairlead.proof.note.NoteKey;
import org.fairlead.proof.note.SignedNote;
import org.fairlead.proof.timestamp.Timestamp;
import org.fairlead.proof.timestamp.TimestampAuthority;
import org.jspecify.annotations.Nullable;

/// Holds an exported case against what it says of itself: every file against the manifests, frozen
/// records against the register, audit and custody against their chains and a signed checkpoint,
/// the signature against a key. Needs nothing but the files and, to know who signed, a public key
/// got by another way.
public final class DossierCheck {

    public static final String REGISTER = "data/case.json";
    public static final String EVENTS = "data/audit/events.jsonl";
    public static final String CHECKPOINT = "data/audit/checkpoint.txt";
    public static final String CHECKPOINT_TIMESTAMP = "data/audit/checkpoint.txt.tsr";
    public static final String PROOFS = "data/audit/proofs.json";
    public static final String CUSTODY = "data/custody/";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SortedMap<String, Content> files;
    private final Optional<NoteKey> trusted;
    private final Optional<TimestampAuthority> authority;
    private final List<Finding> findings = new ArrayList<>();

    private DossierCheck(
            Map<String, Content> files,
            @Nullable NoteKey trusted,
            @Nullable TimestampAuthority authority) {
        this.files = new TreeMap<>(files);
        this.trusted = Optional.ofNullable(trusted);
        this.authority = Optional.ofNullable(authority);
    }

    /// @param files by their names in the bag, without the folder around it
    /// @param trusted the signer's key; without it a signature is reported as unchecked
    /// @param authority who stamps times; without it a time stamp is reported with who made it
    public static List<Finding> of(
            Map<String, Content> files,
            @Nullable NoteKey trusted,
            @Nullable TimestampAuthority authority) {
        var check = new DossierCheck(files, trusted, authority);
        check.bag();
        check.signature();
        check.register();
        check.audit();
        check.custody();
        return List.copyOf(check.findings);
    }

    private void bag() {
        if (!files.containsKey(Bag.DECLARATION)) {
            bad(Bag.DECLARATION + " is missing: this is no bag");
        }
        var listed = new TreeSet<String>();
        listed(Bag.MANIFEST, listed);
        listed(Bag.TAG_MANIFEST, listed);
        for (String name : files.keySet()) {
            boolean isAboutThem =
                    name.equals(Bag.TAG_MANIFEST)
                            || name.equals(Bag.SIGNATURE)
                            || name.equals(Bag.TIMESTAMP);
            if (!listed.contains(name) && !isAboutThem) {
                bad(name + " is in no manifest: it was put in later");
            }
        }
        if (findings.isEmpty()) {
            good("%d files are as the manifests have them".formatted(listed.size()));
        }
    }

    private void listed(String manifest, TreeSet<String> listed) {
        Optional<String> lines = text(manifest);
        if (lines.isEmpty()) {
            bad(manifest + " is missing");
            return;
        }
        for (String line : lines.get().lines().toList()) {
            String[] parts = line.split("  ", 2);
            if (parts.length != 2) {
                bad(manifest + ": not a line of sha256sum: " + line);
                continue;
            }
            listed.add(parts[1]);
            Content content = files.get(parts[1]);
            if (content == null) {
                bad(parts[1] + " is in the manifest and missing");
            } else if (!sha256(content).equals(parts[0])) {
                bad(parts[1] + " was changed: its SHA-256 is not the manifest's");
            }
        }
    }

    private static String sha256(Content content) {
        try {
            return content.digest().sha256();
        } catch (IOException unreadable) {
            return "unreadable: " + unreadable.getMessage();
        }
    }

    private void signature() {
        Optional<String> signature = text(Bag.SIGNATURE);
        if (signature.isEmpty()) {
            if (trusted.isPresent()) {
                bad(Bag.SIGNATURE + " is missing: nobody says who made this");
            } else {
                good("not signed");
            }
            return;
        }
        try {
            SignedNote note = SignedNote.parse(signature.get());
            if (!note.text().endsWith(Bag.signed(files))) {
                bad(Bag.SIGNATURE + " is of other manifests");
            }
            signedBy(note, Bag.SIGNATURE);
        } catch (IOException | IllegalArgumentException fault) {
            bad(Bag.SIGNATURE + ": " + fault.getMessage());
        }
        stamped(Bag.TIMESTAMP, Bag.SIGNATURE);
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

    private void stamped(String stampName, String name) {
        Content token = files.get(stampName);
        Content stamped = files.get(name);
        if (token == null || stamped == null) {
            return;
        }
        try {
            Timestamp stamp = Timestamp.parse(token.bytes());
            if (!stamp.isOf(stamped.bytes())) {
                bad(stampName + " is of another file than " + name);
            } else if (authority.isEmpty()) {
                good(
                        "%s says %s of %s; give the authority's certificate to know who said so"
                                .formatted(stampName, stamp.at(), name));
            } else if (stamp.isSignedBy(authority.get())) {
                good(
                        "%s existed at %s, says %s"
                                .formatted(name, stamp.at(), authority.get().name()));
            } else {
                bad(stampName + " is not signed by " + authority.get().name());
            }
        } catch (IOException | IllegalArgumentException fault) {
            bad(stampName + " is no time stamp: " + fault.getMessage());
        }
    }

    private void register() {
        JsonNode register = json(REGISTER);
        if (register == null) {
            return;
        }
        int count = 0;
        int withheld = 0;
        int before = findings.size();
        for (JsonNode item : register.path("evidence")) {
            if (!item.path("file").isTextual()) {
                withheld++;
                continue;
            }
            String file = Bag.PAYLOAD + item.path("file").asText();
            Content content = files.get(file);
            if (content == null) {
                bad(file + " is in the register and missing");
            } else if (!sha256(content).equals(item.path("sha256").asText())) {
                bad(file + " is not what was frozen: the register has another SHA-256");
            }
            count++;
        }
        if (findings.size() == before) {
            good("%d exhibits are what was frozen, %d are withheld".formatted(count, withheld));
        }
    }

    private void audit() {
        if (!files.containsKey(EVENTS)) {
            bad(EVENTS + " is missing");
            return;
        }
        List<JsonNode> lines = lines(EVENTS);
        int before = findings.size();
        int expected = 1;
        String previous = AuditChain.START;
        for (JsonNode line : lines) {
            if (!follows(line, expected, previous)) {
                bad(
                        "%s: the chain breaks at entry %d, which was changed, left out or put in"
                                .formatted(EVENTS, expected));
                break;
            }
            previous = line.path("hash").asText();
            expected++;
        }
        if (findings.size() == before) {
            good("%d audit entries are one whole chain".formatted(lines.size()));
        }
        proofs(lines);
    }

    /// Of an entry that is shown by its hashes alone only the link to the one before can be held.
    private static boolean follows(JsonNode line, int sequence, String previous) {
        try {
            return line.path("sequence").asInt() == sequence
                    && line.path("previousHash").asText().equals(previous)
                    && (!AuditJson.isWhole(line) || AuditChain.isAsHashed(AuditJson.entry(line)));
        } catch (IllegalArgumentException noEntry) {
            return false;
        }
    }

    private void proofs(List<JsonNode> entries) {
        Optional<String> checkpoint = text(CHECKPOINT);
        if (checkpoint.isEmpty()) {
            good("no checkpoint covers the audit");
            return;
        }
        JsonNode proofs = json(PROOFS);
        if (proofs == null) {
            return;
        }
        try {
            var note = SignedNote.parse(checkpoint.get());
            var head = Checkpoint.parse(note.text());
            signedBy(note, CHECKPOINT);
            for (JsonNode entry : entries) {
                String sequence = entry.path("sequence").asText();
                if (!isIncluded(entry.path("hash").asText(), proofs.path(sequence), head)) {
                    bad(
                            "%s: entry %s is not under the checkpoint of %d entries"
                                    .formatted(PROOFS, sequence, head.size()));
                    return;
                }
            }
            good(
                    "%d audit entries are under the checkpoint of %d entries"
                            .formatted(entries.size(), head.size()));
        } catch (IllegalArgumentException fault) {
            bad(CHECKPOINT + ": " + fault.getMessage());
        }
        stamped(CHECKPOINT_TIMESTAMP, CHECKPOINT);
    }

    private static boolean isIncluded(String hash, JsonNode proof, Checkpoint head) {
        var path = new ArrayList<byte[]>();
        proof.path("path").forEach(node -> path.add(HexFormat.of().parseHex(node.asText())));
        return proof.has("leaf")
                && MerkleTree.isIncluded(
                        LogLine.leaf(hash),
                        proof.path("leaf").asLong(),
                        head.size(),
                        path,
                        head.root());
    }

    private void custody() {
        int count = 0;
        int before = findings.size();
        for (String name : files.tailMap(CUSTODY).keySet()) {
            if (!name.startsWith(CUSTODY)) {
                break;
            }
            try {
                List<AuditEntry> entries = lines(name).stream().map(AuditJson::entry).toList();
                AuditChain.firstBreak(entries)
                        .ifPresent(broken ->
                                bad(
                                        "%s: the chain breaks at entry %d, which was changed, left out or put in"
                                                .formatted(name, broken)));
                count++;
            } catch (IllegalArgumentException fault) {
                bad(name + ": " + fault.getMessage());
            }
        }
        if (count > 0 && findings.size() == before) {
            good("%d custody logs are whole chains".formatted(count));
        }
    }

    private List<JsonNode> lines(String name) {
        var lines = new ArrayList<JsonNode>();
        for (String line : text(name).orElse("").lines().toList()) {
            try {
                lines.add(JSON.readTree(line));
            } catch (IOException fault) {
                bad("%s line %d cannot be read".formatted(name, lines.size() + 1));
                return lines;
            }
        }
        return lines;
    }

    private Optional<String> text(String name) {
        if (!files.containsKey(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new String(requireNonNull(files.get(name)).bytes(), StandardCharsets.UTF_8));
        } catch (IOException fault) {
            bad(name + " cannot be read: " + fault.getMessage());
            return Optional.empty();
        }
    }

    private @Nullable JsonNode json(String name) {
        Optional<String> content = text(name);
        if (content.isEmpty()) {
            bad(name + " is missing");
            return null;
        }
        try {
            return JSON.readTree(content.get());
        } catch (IOException fault) {
            bad(name + " is not JSON: " + fault.getMessage());
            return null;
        }
    }

    private void good(String what) {
        findings.add(Finding.good(what));
    }

    private void bad(String what) {
        findings.add(Finding.bad(what));
    }
}
