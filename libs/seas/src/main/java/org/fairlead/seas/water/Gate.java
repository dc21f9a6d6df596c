package org.fairlead.seas.water;

import java.util.List;
import java.util.Locale;
import org.fairlead.seas.distance.Place;

/// A canal or strait by its name, which an analyst can close.
///
/// @param id lower-kebab
/// @param draughtMetres the deepest ship that passes, for information; 0 where none is stated
/// @param isOpen unless somebody says otherwise
/// @param channel the way through, taken as water though the map may draw land; empty where the map
///   draws enough
/// @param cut every other way from one side to the other crosses this line, and is closed with the
///   gate; empty where the channel is the only one
/// @param source where its course and draught come from
public record Gate(
        String id,
        String name,
        List<String> aliases,
        double draughtMetres,
        boolean isOpen,
        List<Place> channel,
        List<Place> cut,
        String source) {

    public Gate {
        aliases = List.copyOf(aliases);
        channel = List.copyOf(channel);
        cut = List.copyOf(cut);
        if (channel.isEmpty() && cut.isEmpty()) {
            throw new IllegalArgumentException("gate " + id + " has neither channel nor cut");
        }
    }

    boolean isCalled(String text) {
        String wanted = letters(text);
        return letters(id).equals(wanted)
                || letters(name).equals(wanted)
                || aliases.stream().anyMatch(alias -> letters(alias).equals(wanted));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
