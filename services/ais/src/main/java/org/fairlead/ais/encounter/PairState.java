package org.fairlead.ais.encounter;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fairlead.ais.finding.Finding;
import org.fairlead.ais.finding.Told;
import org.jspecify.annotations.Nullable;

/// The times at which two ships were near each other, and what was told of them.
///
/// While late data moves one of them from one cell to another, both cells may have told where she
/// was at that time, in any order: then there are two contacts of one time until one is taken back.
public final class PairState {

    /// A month of ten minutes.
    private static final int MOST = 4320;

    public static final PairState NONE =
            new PairState(new Contact[0], Tellings.NONE, Long.MIN_VALUE);

    /// In order of time.
    private final Contact[] contacts;

    private final Tellings told;

    /// The newest time that is no longer remembered.
    private final long forgotten;

    /// Follows from the contacts; reckoned when it is first asked for.
    private @Nullable List<Finding> encounters;

    private PairState(Contact[] contacts, Tellings told, long forgotten) {
        this.contacts = contacts;
        this.told = told;
        this.forgotten = forgotten;
    }

    /// Published versions, to be held against what holds.
    public List<Told> told() {
        return told.told();
    }

    public boolean isTold() {
        return !told.isEmpty();
    }

    public PairState with(List<Told> entries) {
        var next = new PairState(contacts, Tellings.of(entries), forgotten);
        next.encounters = encounters;
        return next;
    }

    /// Whether nothing is remembered: then it may be forgotten that there ever was something.
    public boolean isEmpty() {
        return contacts.length == 0 && told.isEmpty() && forgotten == Long.MIN_VALUE;
    }

    /// Whether there may be an encounter, or one to be taken back: pairs that merely pass, which
    /// are nearly all, are never near each other for so long.
    public boolean mayTell(EncounterConfig config) {
        if (!told.isEmpty()) {
            return true;
        }
        if (contacts.length == 0) {
            return false;
        }
        long shortest = Math.min(config.wideLasts().toMillis(), config.closeLasts().toMillis());
        long slots = contacts[contacts.length - 1].slot() - contacts[0].slot();
        return slots * config.every().toMillis() >= shortest;
    }

    /// A contact that came to be, or is no more. What is taken back must be what is there: another
    /// cell may already have told what came instead.
    public PairState and(byte[] note) {
        var change = Contact.ofNote(note);
        var contact = change.contact();
        if (contact.slot() <= forgotten) {
            return this;
        }
        int after = contacts.length;
        while (after > 0 && contacts[after - 1].slot() > contact.slot()) {
            after--;
        }
        int at = after - 1;
        while (at >= 0 && contacts[at].slot() == contact.slot() && !contacts[at].equals(contact)) {
            at--;
        }
        boolean isKnown = at >= 0 && contacts[at].slot() == contact.slot();
        if (change.isThere() == isKnown) {
            return this;
        }
        return change.isThere() ? with(contact, after) : without(at);
    }

    private PairState with(Contact contact, int at) {
        var next = Arrays.copyOf(contacts, contacts.length + 1);
        System.arraycopy(contacts, at, next, at + 1, contacts.length - at);
        next[at] = contact;
        if (next.length <= MOST) {
            return new PairState(next, told, forgotten);
        }
        long last = next[next.length - MOST - 1].slot();
        int from = next.length - MOST;
        while (from < next.length && next[from].slot() == last) {
            from++;
        }
        return new PairState(Arrays.copyOfRange(next, from, next.length), told, last);
    }

    private PairState without(int at) {
        var next = Arrays.copyOf(contacts, contacts.length - 1);
        System.arraycopy(contacts, at + 1, next, at, next.length - at);
        return new PairState(next, told, forgotten);
    }

    public List<Finding> encounters(EncounterConfig config) {
        if (encounters == null) {
            encounters = List.copyOf(new EncounterRule(config).of(oneOfEachTime()));
        }
        return encounters;
    }

    List<Contact> oneOfEachTime() {
        var each = new ArrayList<Contact>(contacts.length);
        for (Contact contact : contacts) {
            if (!each.isEmpty() && each.getLast().slot() == contact.slot()) {
                each.removeLast();
            }
            each.add(contact);
        }
        return each;
    }

    /// The newest time at which they were near each other; 0 without one.
    public long newestMillis(EncounterConfig config) {
        return contacts.length == 0
                ? 0
                : contacts[contacts.length - 1].slot() * config.every().toMillis();
    }

    /// What began before can no longer be judged.
    public Instant settledBefore(EncounterConfig config) {
        return forgotten == Long.MIN_VALUE
                ? Instant.MIN
                : Instant.ofEpochMilli((forgotten + 1) * config.every().toMillis());
    }

    public byte[] encode() {
        byte[] json = told.json();
        int size = 8 + 2 + 4 + json.length;
        for (Contact contact : contacts) {
            size += contact.size();
        }
        var out = ByteBuffer.allocate(size).putLong(forgotten).putShort((short) contacts.length);
        for (Contact contact : contacts) {
            contact.write(out);
        }
        out.putInt(json.length).put(json);
        return PointBytes.written(out);
    }

    public static PairState decode(byte[] bytes) {
        try {
            var in = ByteBuffer.wrap(bytes);
            long forgotten = in.getLong();
            var contacts = new Contact[Short.toUnsignedInt(in.getShort())];
            var points = new PointBytes.Reader(in);
            for (int i = 0; i < contacts.length; i++) {
                contacts[i] = Contact.read(points);
            }
            byte[] json = new byte[in.getInt()];
            in.get(json);
            return new PairState(contacts, Tellings.of(json), forgotten);
        } catch (BufferUnderflowException damaged) {
            throw new IllegalArgumentException("contacts of a pair are damaged", damaged);
        }
    }
}
