package org.fairlead.ais.activity;

/// Each rule in one paragraph, as the contract of its kind tells it.
final class RuleText {

    private RuleText() {}

    static String of(String kind) {
        return switch (kind) {
            case "silence" ->
                    "Nothing was heard of her for longer than the shortest silence that counts and"
                            + " than a multiple of her own habit, while her source went on being"
                            + " heard. What it means is for a person to find.";
            case "blip" -> "A short run of reports with a reportable silence on both sides.";
            case "feed-outage" ->
                    "A source itself fell silent, with all ships it had heard, for longer than a"
                            + " source that works would. It says nothing of any ship, and no silence"
                            + " is judged across it. Or it heard only a part of the ships it usually"
                            + " hears, for two hours: then one of its receivers was out or turned deaf.";
            case "port-visit" ->
                    "Observed: she came within the entry distance of a port or into its area, stopped"
                            + " or fell silent there, and left beyond the exit distance (state"
                            + " machine of Global Fishing Watch). Confidence: 1 entry or exit only,"
                            + " 2 a stop or silence in port only, 3 that with one of them, 4 with"
                            + " both. A silence of a day ends it with her last report in port: when she"
                            + " left, if she did, lies within the silence. Inferred: the port could be reached and left again within a"
                            + " silence with time for a call, and something else speaks for it."
                            + " Distances are lower bounds, so an inferred visit is possible and not"
                            + " more.";
            case "voyage" ->
                    "From one observed visit to the next in another port. Within a silence: two"
                            + " inferred visits, with how many runs between them fit at most; that is"
                            + " a bound and not a count.";
            case "encounter" ->
                    "Both tracks on a grid of ten minutes, bridged up to an hour; two ships within the"
                            + " wide distance for the long time (Global Fishing Watch), or within the"
                            + " close distance for the short time (Skylight), with a low median speed,"
                            + " away from ports. At times at which either has a crowd of other slow"
                            + " ships around her, as in a harbour that no list has, they do not"
                            + " count. Service craft take part in none, and two fishing vessels make"
                            + " none. What they did there is not known.";
            case "loitering" ->
                    "Her mean speed over an hour was low, away from ports, and she did not say that"
                            + " she lay at anchor. Service craft and fishing vessels make none.";
            case "teleport" ->
                    "She was reported at a place she cannot have reached since the report before, and"
                            + " stayed there for several reports. When ships near her show the same at"
                            + " the same time it is attributed to the area.";
            case "cloning" ->
                    "Two tracks went on at the same time under her number, farther apart than a ship"
                            + " can sail. Which of them is the ship is not known.";
            case "circling" ->
                    "Her positions went round a centre in one direction, at least two whole turns, at"
                            + " a radius that varies little and slower than a ship manoeuvres.";
            case "position-zone" ->
                    "Several ships near each other had positions that cannot be, within a short time."
                            + " It says something of the area and nothing of any ship.";
            case "identity-change" ->
                    "What she says of herself differs from what she said before. A transmitter's"
                            + " identity is typed in by hand: it is a claim. Or one IMO number was sent"
                            + " by one MMSI and later by another.";
            case "identity-conflict" ->
                    "What she says of herself cannot all be so: a wrong check digit, digits nobody"
                            + " has, a call sign of another flag, two names at the same time, or one IMO"
                            + " number from two MMSI at the same time.";
            case "draught-change" ->
                    "The draught typed in before a silence and the one after it differ. It is a claim"
                            + " of the crew.";
            default -> "";
        };
    }
}
