package org.fairlead.ais.encounter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// The slow ships in one cell at one time of the grid, and which of them are near each other: a
/// pure step.
final class Meeting {

    /// More than this in a tenth of a degree at once is a harbour that no list has, or hostile.
    private static final int MOST = 500;

    private Meeting() {}

    /// @param contacts those that came to be, and those that are no more
    record Step(List<Point> next, List<Contact.Note> contacts) {}

    static Step on(List<Point> state, byte[] note, double withinMetres) {
        var change = Point.ofNote(note);
        var point = change.point();
        var there = new ArrayList<>(state);
        if (!there.isEmpty() && there.getFirst().slot() != point.slot()) {
            // The place belongs to another time now.
            if (there.getFirst().slot() > point.slot() && !change.isThere()) {
                return new Step(state, List.of());
            }
            there.clear();
        }
        var contacts = new ArrayList<Contact.Note>();
        Point before = null;
        for (Point one : there) {
            before = one.mmsi() == point.mmsi() ? one : before;
        }
        if (before != null && (!change.isThere() || !before.equals(point))) {
            // What is taken back is what was: another cell may already have told what is.
            boolean isTakenBack = change.isThere() || before.equals(point);
            if (!isTakenBack) {
                return new Step(state, List.of());
            }
            there.remove(before);
            for (Point other : there) {
                if (before.metresTo(other) <= withinMetres) {
                    contacts.add(new Contact.Note(false, Contact.of(before, other)));
                }
            }
        }
        if (change.isThere() && !point.equals(before) && there.size() < MOST) {
            for (Point other : there) {
                if (point.metresTo(other) <= withinMetres) {
                    contacts.add(new Contact.Note(true, Contact.of(point, other)));
                }
            }
            there.add(point);
        }
        return new Step(there, contacts);
    }

    static byte[] encode(List<Point> points) {
        var bytes = new ByteArrayOutputStream(64 * points.size());
        try (var out = new DataOutputStream(bytes)) {
            out.writeShort(points.size());
            for (Point point : points) {
                point.write(out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static List<Point> decode(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var points = new ArrayList<Point>();
            for (int n = in.readUnsignedShort(); n > 0; n--) {
                points.add(Point.read(in));
            }
            return points;
        } catch (IOException damaged) {
            throw new UncheckedIOException("points of a cell are damaged", damaged);
        }
    }
}
