package org.fairlead.seas.place;

import java.util.List;
import java.util.stream.Collectors;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.port.Port;
import org.jspecify.annotations.Nullable;

/// What became of a text for a place.
public sealed interface PlaceAnswer {

    /// @param port absent for coordinates and straits
    record Found(String name, Place place, @Nullable Port port) implements PlaceAnswer {}

    record Ambiguous(String text, List<Port> ports) implements PlaceAnswer {

        public Ambiguous {
            ports = List.copyOf(ports);
        }
    }

    record Unknown(String text, List<Port> like) implements PlaceAnswer {

        public Unknown {
            like = List.copyOf(like);
        }
    }

    /// Coordinates that cannot be.
    record Malformed(String sentence) implements PlaceAnswer {}

    /// For a person, with the way out.
    static String sentence(PlaceAnswer answer) {
        return switch (answer) {
            case Found found -> found.name();
            case Malformed malformed ->
                    malformed.sentence() + " Write 42.2N 130.3E, or 42.2,130.3.";
            case Ambiguous(var text, var ports) ->
                    "'%s' is the name of %d ports; say which by its code: %s."
                            .formatted(text, ports.size(), codes(ports));
            case Unknown(var text, var like) when like.isEmpty() ->
                    "'%s' is no port known here; write coordinates such as 42.2N 130.3E, or import more ports with ./fairlead sea import."
                            .formatted(text);
            case Unknown(var text, var like) ->
                    "'%s' is no port known here; did you mean %s? Coordinates such as 42.2N 130.3E work too."
                            .formatted(text, codes(like));
        };
    }

    private static String codes(List<Port> ports) {
        return ports.stream()
                .map(port -> port.code().orElse(port.id()) + " (" + label(port) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String label(Port port) {
        return port.country() == null ? port.name() : port.name() + ", " + port.country();
    }
}
