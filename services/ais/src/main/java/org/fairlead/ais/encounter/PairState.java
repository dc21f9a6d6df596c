package org.fairlead.ais.encounter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fairlead.ais.finding.Finding;
import org.fairlead.ais.finding.FindingJson;
import org.fairlead.ais.finding.Told;
import org.jspecify.annotations.Nullable;

/// The times at which two ships were near each other, and what was told of them.

public final class PairState {

    /// A month of ten minutes.
    private static final int MOST = 4320;

    private static final byte[] NOTHING = {};

    public static final PairState NONE = new PairState(new TreeMap<>(), List.of(), Long.MIN_VALUE);

    private final SortedMap<Long, Contact> contacts;
    private final List<Told> told;

    /// The newest time that is no longer remembered.
    private final long forgotten;

    /// Follows from the contacts; reckoned when it is first asked for.
    private @Nullable List<Finding> encounters;

    private PairState(SortedMap<Long, Contact> contacts, List<Told> told, long forgotten) {
        this.contacts = Collections.unmodifiableSortedMap(contacts);
        this.told = List.copyOf(told);
        this.forgotten = forgotten;
    }

    /// Published versions, to be held against what holds.
    public List<Told> told() {
        return told;
    }

    public PairState with(List<Told> entries) {
        var next = new PairState(contacts, entries, forgotten);
        next.encounters = encounters;
        return next;
    }

    /// A contact that came to be, or is no more. What is taken back must be what is there: another
    /// cell may already have told what came instead.
    public PairState and(byte[] note) {
        var change = Contact.ofNote(note);
        var contact = change.contact();
        if (contact.slot() <= forgotten) {
            return this;
        }
        boolean isKnown = contact.equals(contacts.get(contact.slot()));
        if (change.isThere() == isKnown) {
            return this;
        }
        var next = new TreeMap<>(contacts);
        if (change.isThere()) {
            next.put(contact.slot(), contact);
        } else {
            next.remove(contact.slot());
        }
        long last = forgotten;
        while (next.size() > MOST) {
            last = next.pollFirstEntry().getKey();
        }
        return new PairState(next, told, last);
    }

    public List<Finding> encounters(EncounterConfig config) {
        if (encounters == null) {
            encounters = List.copyOf(new EncounterRule(config).of(contacts));
        }
        return encounters;
    }

    /// The newest time at which they were near each other; 0 without one.
    public long newestMillis(EncounterConfig config) {
        return contacts.isEmpty() ? 0 : contacts.lastKey() * config.every().toMillis();
    }

    /// What began before can no longer be judged.
    public Instant settledBefore(EncounterConfig config) {
        return forgotten == Long.MIN_VALUE
                ? Instant.MIN
                : Instant.ofEpochMilli((forgotten + 1) * config.every().toMillis());
    }

    public byte[] encode() {
        var bytes = new ByteArrayOutputStream(128 * contacts.size() + 64);
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(forgotten);
            out.writeShort(contacts.size());
            for (Contact contact : contacts.values()) {
                contact.write(out);
            }
            byte[] json = told.isEmpty() ? NOTHING : FindingJson.write(new TellingState(told));
            out.writeInt(json.length);
            out.write(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    record TellingState(List<Told> told) {}

    public static PairState decode(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            long forgotten = in.readLong();
            var contacts = new TreeMap<Long, Contact>();
            for (int n = in.readUnsignedShort(); n > 0; n--) {
                var contact = Contact.read(in);
                contacts.put(contact.slot(), contact);
            }
            byte[] json = in.readNBytes(in.readInt());
            var told =
                    json.length == 0
                            ? List.<Told>of()
                            : FindingJson.read(json, TellingState.class).told();
            return new PairState(contacts, told, forgotten);
        } catch (IOException damaged) {
            throw new UncheckedIOException("contacts of a pair are damaged", damaged);
        }
    }
}
