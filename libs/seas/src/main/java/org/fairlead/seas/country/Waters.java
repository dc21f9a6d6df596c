package org.fairlead.seas.country;

import java.util.ArrayList;
import java.util.List;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.shape.Shape;
import org.fairlead.seas.shape.Shapes;

/// Whose land or waters a place is in, as far as the sources tell: borders of country-coder, which
/// run a few miles off the coasts, then zones an operator imported, then the nearest coast.
public final class Waters {

    /// What is said of a place, by what it rests on. Overlapping claims stay several.
    public sealed interface Answer {

        List<String> names();

        /// Inside a country's border, ISO 3166-1 alpha-2; two where the border is disputed.
        record Country(List<String> names) implements Answer {

            public Country {
                names = List.copyOf(names);
            }
        }

        /// In an exclusive economic zone somebody claims.
        record Claimed(String zone, List<String> names) implements Answer {

            public Claimed {
                names = List.copyOf(names);
            }
        }

        /// No zones were imported here: only the nearest coast, which claims nothing.
        record NearestCoast(List<String> names, double nauticalMiles) implements Answer {

            public NearestCoast {
                names = List.copyOf(names);
            }
        }
    }

    private record Bordered(List<String> names, Shape shape, Outline outline) {}

    private record Zoned(Zone zone, Outline outline) {}

    private final List<Bordered> countries = new ArrayList<>();
    private final List<Zoned> zones = new ArrayList<>();

    public Waters(List<Zone> zones) {
        for (Shape shape : Shapes.read(Waters.class, "borders.shapes")) {
            countries.add(
                    new Bordered(
                            List.of(shape.label().split("\\|", -1)), shape, new Outline(shape)));
        }
        zones.forEach(zone -> this.zones.add(new Zoned(zone, new Outline(zone.shape()))));
    }

    public Answer at(Place place) {
        var inside =
                countries.stream()
                        .filter(country -> country.outline().holds(place))
                        .flatMap(country -> country.names().stream())
                        .distinct()
                        .sorted()
                        .toList();
        if (!inside.isEmpty()) {
            return new Answer.Country(inside);
        }
        var claims = zones.stream().filter(zoned -> zoned.outline().holds(place)).toList();
        if (!claims.isEmpty()) {
            return new Answer.Claimed(
                    String.join(" / ", claims.stream().map(zoned -> zoned.zone().name()).toList()),
                    claims.stream()
                            .flatMap(zoned -> zoned.zone().claimants().stream())
                            .distinct()
                            .toList());
        }
        // Zones may cover one sea only: outside them nothing but the coast is known.
        return nearestCoast(place);
    }

    private Answer nearestCoast(Place place) {
        Answer.NearestCoast nearest = new Answer.NearestCoast(List.of(), Double.MAX_VALUE);
        for (Bordered country : countries) {
            double miles =
                    country.shape().rings().stream()
                            .mapToDouble(ring -> miles(place, ring))
                            .min()
                            .orElse(Double.MAX_VALUE);
            if (miles < nearest.nauticalMiles()) {
                nearest = new Answer.NearestCoast(country.names(), miles);
            }
        }
        return nearest;
    }

    /// To the nearest corner: borders are drawn closely enough for naming a coast.
    private static double miles(Place place, double[] ring) {
        double least = Double.MAX_VALUE;
        for (int at = 0; at < ring.length; at += 2) {
            double east = Math.IEEEremainder(ring[at], 360);
            least =
                    Math.min(
                            least, GreatCircle.nauticalMiles(place, new Place(ring[at + 1], east)));
        }
        return least;
    }

    /// For a person.
    public static String words(Answer answer) {
        return switch (answer) {
            case Answer.Country(var names) when names.size() > 1 ->
                    "disputed between " + String.join(" and ", names);
            case Answer.Country(var names) -> names.getFirst() + ", within its borders";
            case Answer.Claimed(var zone, var names) when names.size() > 1 ->
                    "claims overlap: " + String.join(" and ", names) + " (" + zone + ")";
            case Answer.Claimed(var zone, var names) ->
                    "exclusive economic zone of " + names.getFirst() + " (" + zone + ")";
            case Answer.NearestCoast(var names, var miles) ->
                    "no imported zone here; nearest coast %s, %.0f nm"
                            .formatted(String.join(" or ", names), miles);
        };
    }
}
