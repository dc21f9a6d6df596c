package org.fairlead.ais.silence;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.fairlead.ais.silence.Packed.In;
import org.fairlead.ais.silence.Packed.Out;
import org.fairlead.contracts.ais.Silence;
import org.jspecify.annotations.Nullable;

/// The bytes of what is remembered of a transmitter, in a state store and its changelog: a layout
/// number, 4 (3 did not know who heard her ashore), and then zigzag varints. Times are differences
/// from the time before, and each source's name is there once.
final class StateCodec {

    private static final int LAYOUT = 4;
    private static final int WITHOUT_ASHORE = 3;
    private static final Silence.State[] STATES = Silence.State.values();
    private static final Told.Reappearance[] REAPPEARANCES = Told.Reappearance.values();
    private static final Contact ORIGIN = new Contact(0, 0, 0, 0, 0, 0, false, false, false, "");

    private StateCodec() {}

    static byte[] encode(TransmitterState state) {
        var out = new Out();
        out.number(LAYOUT);
        out.number(state.forgotten().untilMillis());
        out.number(state.forgotten().intervals().size());
        state.forgotten().intervals().forEach(out::number);
        out.number(state.presences().inOrder().size());
        for (Presence presence : state.presences().inOrder()) {
            write(out, presence);
        }
        out.number(state.told().size());
        for (Told told : state.told().values()) {
            write(out, told);
        }
        out.number(state.blips().size());
        for (Blip blip : state.blips().values()) {
            write(out, blip);
        }
        write(out, state.trail());
        return out.toByteArray();
    }

    static TransmitterState decode(byte[] bytes) {
        if (bytes.length > 0 && OldStateCodec.isOne(bytes)) {
            return OldStateCodec.decode(bytes);
        }
        var in = new In(bytes);
        int layout = in.count();
        if (layout != LAYOUT && layout != WITHOUT_ASHORE) {
            throw new IllegalArgumentException("layout expected " + LAYOUT + ", was " + layout);
        }
        long until = in.number();
        var intervals = new ArrayList<Long>();
        for (int n = in.count(); n > 0; n--) {
            intervals.add(in.number());
        }
        var presences = new ArrayList<Presence>();
        for (int n = in.count(); n > 0; n--) {
            presences.add(presence(in));
        }
        var told = new TreeMap<Long, Told>();
        for (int n = in.count(); n > 0; n--) {
            var one = told(in);
            told.put(one.start().atMillis(), one);
        }
        var blips = new TreeMap<Long, Blip>();
        for (int n = in.count(); n > 0; n--) {
            var one = blip(in);
            blips.put(one.first().atMillis(), one);
        }
        return new TransmitterState(
                new Forgotten(until, intervals),
                new Presences(presences),
                told,
                blips,
                trail(in, layout));
    }

    private static void write(Out out, Presence presence) {
        write(out, presence.first());
        write(out, presence.last());
        out.number(presence.recentMillis().length);
        long before = presence.first().atMillis();
        for (long at : presence.recentMillis()) {
            out.number(at - before);
            before = at;
        }
        contacts(out, presence.samples().first());
        contacts(out, presence.samples().last());
    }

    private static Presence presence(In in) {
        var first = contact(in);
        var last = contact(in);
        long[] recent = new long[in.count()];
        long before = first.atMillis();
        for (int i = 0; i < recent.length; i++) {
            before += in.number();
            recent[i] = before;
        }
        return new Presence(first, last, recent, new Samples(contacts(in), contacts(in)));
    }

    static void write(Out out, Told told) {
        write(out, told.start());
        out.flag(told.end() != null);
        if (told.end() != null) {
            write(out, told.end());
        }
        out.number(told.state().ordinal());
        out.number(told.version());
        out.number(told.observedMillis());
        out.number(told.usualMillis());
        out.flag(told.marks().isLong());
        out.number(told.marks().reappearance().ordinal());
        out.flag(told.marks().isMultiVessel());
        out.flag(told.marks().isStill());
        out.number(told.marks().publishedBefore());
        out.flag(!told.placedBy().equals(told.start()));
        if (!told.placedBy().equals(told.start())) {
            write(out, told.placedBy());
        }
    }

    static Told told(In in) {
        var start = contact(in);
        var end = in.flag() ? contact(in) : null;
        var state = STATES[in.count()];
        int version = in.count();
        long observed = in.number();
        long usual = in.number();
        var marks =
                new Told.Marks(
                        in.flag(), REAPPEARANCES[in.count()], in.flag(), in.flag(), in.count());
        var placedBy = in.flag() ? contact(in) : start;
        return new Told(start, end, state, version, observed, usual, marks, placedBy);
    }

    private static void write(Out out, Blip blip) {
        write(out, blip.first());
        write(out, blip.last());
        out.number(blip.silenceBeforeMillis());
        out.number(blip.reports());
        out.number(blip.version());
        out.flag(blip.isRetracted());
    }

    private static Blip blip(In in) {
        return new Blip(contact(in), contact(in), in.number(), in.count(), in.count(), in.flag());
    }

    private static void write(Out out, Trail trail) {
        maybe(out, trail.settled());
        maybe(out, trail.ashore());
        out.number(trail.newest().size());
        trail.newest().forEach(heard -> write(out, heard));
    }

    private static void maybe(Out out, Trail.@Nullable Heard heard) {
        out.flag(heard != null);
        if (heard != null) {
            write(out, heard);
        }
    }

    private static Trail trail(In in, int layout) {
        var settled = in.flag() ? heard(in) : null;
        var ashore =
                layout == WITHOUT_ASHORE
                        ? settled != null && settled.byLand() ? settled : null
                        : in.flag() ? heard(in) : null;
        var newest = new ArrayList<Trail.Heard>();
        for (int n = in.count(); n > 0; n--) {
            newest.add(heard(in));
        }
        return new Trail(settled, ashore, newest);
    }

    private static void write(Out out, Trail.Heard heard) {
        write(out, heard.contact());
        out.flag(heard.byLand());
        out.flag(heard.bySatellite());
    }

    private static Trail.Heard heard(In in) {
        return new Trail.Heard(contact(in), in.flag(), in.flag());
    }

    /// Each as the difference from the one before.
    static void contacts(Out out, List<Contact> contacts) {
        out.number(contacts.size());
        var before = ORIGIN;
        for (Contact contact : contacts) {
            write(out, contact, before);
            before = contact;
        }
    }

    static List<Contact> contacts(In in) {
        var contacts = new ArrayList<Contact>();
        var before = ORIGIN;
        for (int n = in.count(); n > 0; n--) {
            before = contact(in, before);
            contacts.add(before);
        }
        return contacts;
    }

    static void write(Out out, Contact contact) {
        write(out, contact, ORIGIN);
    }

    private static void write(Out out, Contact contact, Contact before) {
        out.number(contact.atMillis() - before.atMillis());
        out.number(contact.latitude() - before.latitude());
        out.number(contact.longitude() - before.longitude());
        out.number(contact.speed());
        out.number(contact.course());
        out.number(
                contact.status()
                        | (contact.classB() ? 16 : 0)
                        | (contact.satellite() ? 32 : 0)
                        | (contact.synthetic() ? 64 : 0));
        out.text(contact.source());
    }

    static Contact contact(In in) {
        return contact(in, ORIGIN);
    }

    private static Contact contact(In in, Contact before) {
        long at = before.atMillis() + in.number();
        int latitude = before.latitude() + in.count();
        int longitude = before.longitude() + in.count();
        int speed = in.count();
        int course = in.count();
        int flags = in.count();
        return new Contact(
                at,
                latitude,
                longitude,
                speed,
                course,
                flags & 15,
                (flags & 16) != 0,
                (flags & 32) != 0,
                (flags & 64) != 0,
                in.text());
    }
}
