package org.fairlead.seas.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.port.Port;
import org.fairlead.seas.port.Ports;

/// Finds the place that a text means: coordinates, a port's name, alias, code or id, or one of a
/// few straits by name.
public final class Places {

    private static final int SUGGESTIONS = 5;

    /// Two entries of one name this near are one place: lists name a harbour and its new basin.
    private static final double SAME_NAUTICAL_MILES = 12;

    /// Middles of straits and capes that distances are often asked from. Ours, read off the chart.
    private static final Map<String, Place> WATERS =
            Map.ofEntries(
                    Map.entry("koreastrait", new Place(34.75, 129.15)),
                    Map.entry("tsushimastrait", new Place(34.05, 129.90)),
                    Map.entry("straitofgibraltar", new Place(35.95, -5.60)),
                    Map.entry("straitofhormuz", new Place(26.55, 56.50)),
                    Map.entry("babelmandeb", new Place(12.60, 43.35)),
                    Map.entry("straitofmalacca", new Place(2.50, 101.20)),
                    Map.entry("singaporestrait", new Place(1.22, 103.90)),
                    Map.entry("taiwanstrait", new Place(24.50, 119.50)),
                    Map.entry("straitofdover", new Place(51.00, 1.45)),
                    Map.entry("capeofgoodhope", new Place(-34.60, 18.30)),
                    Map.entry("capehorn", new Place(-56.20, -67.20)),
                    Map.entry("tsugarustrait", new Place(41.40, 140.40)),
                    Map.entry("laperousestrait", new Place(45.75, 142.00)));

    private final Ports ports;

    public Places(Ports ports) {
        this.ports = ports;
    }

    public PlaceAnswer find(String text) {
        return Coordinates.read(text).orElseGet(() -> named(text.strip()));
    }

    /// A line of words with several places in it: coordinates may be two words.
    public List<PlaceAnswer> findAll(List<String> words) {
        var answers = new ArrayList<PlaceAnswer>();
        for (int at = 0; at < words.size(); at++) {
            var pair =
                    at + 1 < words.size()
                            ? Coordinates.read(words.get(at) + " " + words.get(at + 1))
                            : java.util.Optional.<PlaceAnswer>empty();
            if (pair.isPresent() && Coordinates.read(words.get(at)).isEmpty()) {
                answers.add(pair.get());
                at++;
            } else {
                answers.add(find(words.get(at)));
            }
        }
        return answers;
    }

    private PlaceAnswer named(String text) {
        var called = oneEach(ports.called(text));
        if (called.size() == 1) {
            Port port = called.getFirst();
            return new PlaceAnswer.Found(port.name(), port.place(), port);
        }
        if (!called.isEmpty()) {
            return new PlaceAnswer.Ambiguous(text, called);
        }
        Place water = WATERS.get(text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
        return water == null
                ? new PlaceAnswer.Unknown(text, ports.like(text, SUGGESTIONS))
                : new PlaceAnswer.Found(text, water, null);
    }

    private static List<Port> oneEach(List<Port> ports) {
        var kept = new ArrayList<Port>();
        for (Port port : ports) {
            if (kept.stream()
                    .noneMatch(other ->
                            GreatCircle.nauticalMiles(other.place(), port.place())
                                    < SAME_NAUTICAL_MILES)) {
                kept.add(port);
            }
        }
        return kept;
    }
}
