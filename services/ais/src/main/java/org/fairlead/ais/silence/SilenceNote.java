package org.fairlead.ais.silence;

import java.util.ArrayList;
import java.util.List;
import org.fairlead.ais.reception.CellHour;
import org.fairlead.ais.reception.ShipHour;
import org.fairlead.ais.silence.Packed.In;
import org.fairlead.ais.silence.Packed.Out;

/// What a transmitter's partition tells the area where reception is known.
sealed interface SilenceNote {

    /// Ships that were heard, or were there and not heard.
    record Heard(List<InCell> ships) implements SilenceNote {

        public Heard {
            ships = List.copyOf(ships);
        }
    }

    record InCell(CellHour at, ShipHour ship) {}

    /// A version of what was found of a silence.
    ///
    /// @param before samples of the presence before it
    /// @param after samples of the presence after it
    /// @param reportsBefore in the twelve hours before, at most 64 counted
    /// @param reportsPerDay as she was heard before it
    record Found(
            int mmsi,
            Told told,
            String reason,
            List<Contact> before,
            List<Contact> after,
            int reportsBefore,
            double reportsPerDay)
            implements SilenceNote {

        public Found {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /// Nothing more will be told of a silence.
    record Forgotten(int mmsi, long startMillis) implements SilenceNote {}

    /// A number that was not heard before, or not for long.
    record Appeared(int mmsi, Contact contact) implements SilenceNote {}

    /// A source that was heard again after a time.
    ///
    /// @param fromMillis until when it was on air
    /// @param last the newest report before of the partition that tells it
    /// @param transmitters heard shortly before in that partition
    record Outage(String source, long fromMillis, Contact last, long toMillis, int transmitters)
            implements SilenceNote {}

    /// How many ships a source heard in an hour of one partition, each counted once for ten
    /// minutes: those that were told since the last note.
    ///
    /// @param partition that tells it: each has its own part of the ships
    /// @param reachedHour how far the source has come in that partition
    record SourceHeard(
            String source,
            int hour,
            int shipSlots,
            int partition,
            int reachedHour,
            boolean synthetic)
            implements SilenceNote {}

    default byte[] encode() {
        var out = new Out();
        switch (this) {
            case Heard heard -> {
                out.number(1);
                for (InCell one : heard.ships) {
                    out.fixed64(one.at().cell());
                    out.number(one.at().hour());
                    out.number(one.ship().mmsi());
                    out.flag(one.ship().classB());
                    out.number(one.ship().exposed());
                    out.number(one.ship().byLand());
                    out.number(one.ship().bySatellite());
                }
            }
            case Found found -> {
                out.number(2);
                out.number(found.mmsi);
                StateCodec.write(out, found.told);
                out.text(found.reason);
                StateCodec.contacts(out, found.before);
                StateCodec.contacts(out, found.after);
                out.number(found.reportsBefore);
                out.fixed64(Double.doubleToLongBits(found.reportsPerDay));
            }
            case Forgotten forgotten -> {
                out.number(3);
                out.number(forgotten.mmsi);
                out.number(forgotten.startMillis);
            }
            case Appeared appeared -> {
                out.number(4);
                out.number(appeared.mmsi);
                StateCodec.write(out, appeared.contact);
            }
            case Outage outage -> {
                out.number(5);
                out.text(outage.source);
                out.number(outage.fromMillis);
                StateCodec.write(out, outage.last);
                out.number(outage.toMillis);
                out.number(outage.transmitters);
            }
            case SourceHeard heard -> {
                out.number(7);
                out.text(heard.source);
                out.number(heard.hour);
                out.number(heard.shipSlots);
                out.number(heard.partition);
                out.number(heard.reachedHour);
                out.flag(heard.synthetic);
            }
        }
        return out.toByteArray();
    }

    static SilenceNote decode(byte[] bytes) {
        var in = new In(bytes);
        int kind = in.count();
        return switch (kind) {
            case 1 -> {
                var ships = new ArrayList<InCell>();
                while (in.hasMore()) {
                    var at = new CellHour(in.fixed64(), in.count());
                    ships.add(
                            new InCell(
                                    at,
                                    new ShipHour(
                                            in.count(),
                                            in.flag(),
                                            in.count(),
                                            in.count(),
                                            in.count())));
                }
                yield new Heard(ships);
            }
            case 2 ->
                    new Found(
                            in.count(),
                            StateCodec.told(in),
                            in.text(),
                            StateCodec.contacts(in),
                            StateCodec.contacts(in),
                            in.count(),
                            Double.longBitsToDouble(in.fixed64()));
            case 3 -> new Forgotten(in.count(), in.number());
            case 4 -> new Appeared(in.count(), StateCodec.contact(in));
            case 5 ->
                    new Outage(
                            in.text(),
                            in.number(),
                            StateCodec.contact(in),
                            in.number(),
                            in.count());
            // Did not say which partition told it.
            case 6 -> {
                String source = in.text();
                int hour = in.count();
                int shipSlots = in.count();
                boolean synthetic = StateCodec.contact(in).synthetic();
                yield new SourceHeard(source, hour, shipSlots, 0, hour, synthetic);
            }
            case 7 ->
                    new SourceHeard(
                            in.text(), in.count(), in.count(), in.count(), in.count(), in.flag());
            default -> throw new IllegalArgumentException("unknown note: " + kind);
        };
    }
}
