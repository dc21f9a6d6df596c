package org.fairlead.bench.world;

/// How many ships of a thousand do something out of the ordinary, at least once in the world's
/// time. Traits of pairs (`rendezvous`, `sharedMmsi`, `clonedMmsi`) count ships, not pairs.
///
/// @param switchesOff silent by hand on a voyage, for 6 to 96 hours
/// @param callsDark of those that switch off, per thousand: calls at another port meanwhile
/// @param blips of those that switch off, per thousand: on for 10 to 40 minutes meanwhile
/// @param antennaFails silent for 8 to 48 hours for a technical reason
/// @param switchesIdentity goes on as another MMSI, name and call sign
/// @param sharedMmsi two ships with names of their own and one MMSI
/// @param clonedMmsi a ship that sends MMSI, name and IMO number of another
/// @param rendezvous meets its partner at sea, again and again
/// @param loiters drifts on the high seas in the middle of a voyage
/// @param falsifies sends a circle far from where it is, for 6 to 24 hours
public record Shares(
        int switchesOff,
        int callsDark,
        int blips,
        int antennaFails,
        int switchesIdentity,
        int sharedMmsi,
        int clonedMmsi,
        int rendezvous,
        int loiters,
        int falsifies) {

    /// Rare, as in the world.
    public static final Shares WORLD = new Shares(20, 300, 300, 5, 3, 2, 2, 20, 15, 2);

    /// Often enough for a test of a few hundred ships to see each several times.
    public static final Shares EVENTFUL = new Shares(120, 400, 400, 40, 40, 40, 40, 120, 80, 30);

    /// Nothing but plain voyages.
    public static final Shares QUIET = new Shares(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
