package org.fairlead.proof.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.fairlead.proof.audit.AuditChain;
import org.fairlead.proof.audit.AuditEntry;
import org.fairlead.proof.finding.Finding;
import org.fairlead.proof.merkle.GrowingRoot;
import org.fairlead.proof.note.Checkpoint;
import org.fairlead.proof.note.NoteKey;
import org.fairlead.proof.note.SignedNote;
import org.jspecify.annotations.Nullable;

/// Holds an exported log against itself and against checkpoints kept elsewhere. What whoever has
/// the database rewrites, with every hash worked out anew, is whole in itself and yet another log
/// than the checkpoint is of.
///
/// Reads the log once, whatever its length.
public final class LogCheck {

    private static final int MOST_LIES = 20;

    private final Optional<NoteKey> trusted;
    private final NavigableMap<Long, List<Kept>> kept = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final GrowingRoot tree = new GrowingRoot();
    private final Map<UUID, AuditEntry> lastOfChain = new HashMap<>();
    private long whole;
    private int lies;
    private String chained = LogLine.START;
    private long lastHeld;

    private record Kept(String name, Checkpoint checkpoint) {}

    private LogCheck(@Nullable NoteKey trusted) {
        this.trusted = Optional.ofNullable(trusted);
    }

    /// @param lines the log from its first entry
    /// @param notes checkpoints as they were kept, by the names of their files
    /// @param trusted the platform's key; without it nothing is said of who signed
    public static List<Finding> of(
            Iterator<String> lines, Map<String, String> notes, @Nullable NoteKey trusted) {
        var check = new LogCheck(trusted);
        new TreeMap<>(notes).forEach(check::keep);
        check.read(lines);
        return List.copyOf(check.findings);
    }

    private void keep(String name, String note) {
        try {
            SignedNote signed = SignedNote.parse(note);
            Checkpoint checkpoint = Checkpoint.parse(signed.text());
            if (trusted.isPresent() && !signed.isSignedBy(trusted.get())) {
                bad(name + " is not signed by " + trusted.get().name());
                return;
            }
            kept.computeIfAbsent(checkpoint.size(), size -> new ArrayList<>())
                    .add(new Kept(name, checkpoint));
        } catch (IllegalArgumentException fault) {
            bad(name + " is no checkpoint: " + fault.getMessage());
        }
    }

    private void read(Iterator<String> lines) {
        while (lines.hasNext() && lies < MOST_LIES) {
            String line = lines.next();
            try {
                hold(LogLine.parse(line));
            } catch (IllegalArgumentException fault) {
                lie("entry %d cannot be read: %s".formatted(tree.size(), fault.getMessage()));
                return;
            }
        }
        if (lies == 0) {
            findings.add(
                    Finding.good(
                            "%d entries are one whole log, %d of them readable"
                                    .formatted(tree.size(), whole)));
        }
        kept.tailMap(tree.size(), false)
                .values()
                .forEach(later ->
                        later.forEach(note ->
                                bad(
                                        "%s is of %d entries, and there are %d: the end was cut off"
                                                .formatted(
                                                        note.name(),
                                                        note.checkpoint().size(),
                                                        tree.size()))));
        if (kept.isEmpty()) {
            findings.add(
                    Finding.good(
                            "no checkpoint was given: whether the log was rewritten whole is not"
                                    + " known"));
        }
    }

    private void hold(LogLine line) {
        long index = tree.size();
        if (line.index() != index) {
            lie("entry %d stands where entry %d should".formatted(line.index(), index));
        }
        String expected = LogLine.chain(chained, line.hash());
        if (!line.chained().equals(expected)) {
            lie(
                    "entry %d: its hash was changed, or what stands before it was"
                            .formatted(line.index()));
        }
        chained = line.chained();
        line.entry().ifPresent(entry -> hold(index, line, entry));
        tree.add(line.leaf());
        List<Kept> here = kept.get(tree.size());
        if (here != null) {
            here.forEach(this::hold);
        }
    }

    private void hold(long index, LogLine line, AuditEntry entry) {
        whole++;
        if (!AuditChain.isAsHashed(entry) || !entry.hash().equals(line.hash())) {
            lie(
                    "entry %d (%s of %s, number %d of %s) was changed"
                            .formatted(
                                    index,
                                    entry.action(),
                                    entry.actor(),
                                    entry.sequence(),
                                    entry.chain()));
        }
        AuditEntry last = lastOfChain.put(entry.chain(), entry);
        int before = last == null ? 0 : last.sequence();
        String hashBefore = last == null ? AuditChain.START : last.hash();
        if (entry.sequence() != before + 1 || !entry.previousHash().equals(hashBefore)) {
            lie(
                    "entry %d does not follow number %d of %s: one was left out or put in"
                            .formatted(index, before, entry.chain()));
        }
    }

    private void hold(Kept note) {
        if (Arrays.equals(tree.root(), note.checkpoint().root())) {
            findings.add(
                    Finding.good(
                            "the first %d entries are those of %s"
                                    .formatted(tree.size(), note.name())));
            lastHeld = tree.size();
        } else {
            bad(
                    "%s is of another log: something in entries %d to %d was rewritten after it was signed"
                            .formatted(note.name(), lastHeld, tree.size() - 1));
        }
    }

    private void lie(String what) {
        lies++;
        bad(what);
    }

    private void bad(String what) {
        findings.add(Finding.bad(what));
    }
}
