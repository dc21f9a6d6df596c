package org.fairlead.ais.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.fairlead.ais.derivation.CellRule;
import org.fairlead.ais.derivation.Outlet;
import org.fairlead.ais.finding.Book;
import org.fairlead.ais.finding.Finding;
import org.fairlead.ais.finding.FindingJson;
import org.fairlead.ais.finding.Publication;
import org.fairlead.ais.finding.Told;
import org.fairlead.contracts.ais.ActivityDetails.FieldChange;
import org.fairlead.contracts.ais.ActivityDetails.IdentityChange;
import org.fairlead.contracts.ais.ActivityDetails.IdentityConflict;
import org.jspecify.annotations.Nullable;

/// One IMO number and the MMSI that were sent with it: one after another is a change of number, two
/// over the same time are two transmitters that claim one hull. The cell is the IMO number.
///
/// A number that more than a handful send is a placeholder that nobody typed over, and says
/// nothing.
final class NumberRule implements CellRule<NumberRule.Hull> {

    private static final int MOST_NUMBERS = 6;
    private static final String RETRACTION = "What was said of the number no longer holds.";

    private final HistoryConfig config;

    NumberRule(HistoryConfig config) {
        this.config = config;
    }

    /// That a transmitter said an IMO number, and over which time.
    record Claim(String mmsi, Instant from, Instant to, boolean synthetic, List<String> sources) {

        Claim {
            sources = List.copyOf(sources);
        }

        Claim and(Claim other) {
            var all = new TreeSet<>(sources);
            all.addAll(other.sources);
            return new Claim(
                    mmsi,
                    from.isBefore(other.from) ? from : other.from,
                    to.isAfter(other.to) ? to : other.to,
                    synthetic || other.synthetic,
                    List.copyOf(all));
        }

        int number() {
            return Integer.parseInt(mmsi);
        }
    }

    record Hull(List<Claim> claims, List<Told> told) {

        static final Hull NONE = new Hull(List.of(), List.of());

        Hull {
            claims = List.copyOf(claims);
            told = List.copyOf(told);
        }

        /// With the newest claim of the transmitter, oldest first.
        Hull with(Claim claim) {
            var all = new ArrayList<>(claims);
            all.removeIf(one -> one.mmsi().equals(claim.mmsi()));
            all.add(claim);
            all.sort(Comparator.comparing(Claim::from).thenComparing(Claim::mmsi));
            return new Hull(all, told);
        }
    }

    static byte[] note(Claim claim) {
        return FindingJson.write(claim);
    }

    @Override
    public Hull on(@Nullable Hull state, long imo, byte[] note, long storedMillis, Outlet outlet) {
        var before = state == null ? Hull.NONE : state;
        var hull = before.with(FindingJson.read(note, Claim.class));
        var book = new Book(hull.told());
        book.news(
                        of("%07d".formatted(imo), hull.claims()),
                        Instant.MIN,
                        RETRACTION,
                        outlet::vessel,
                        Instant.ofEpochMilli(storedMillis))
                .forEach(one -> outlet.publish(Publication.of(one)));
        return new Hull(hull.claims(), book.entries());
    }

    @Override
    public byte[] encode(Hull state) {
        return FindingJson.write(state);
    }

    @Override
    public Hull decode(byte[] bytes) {
        return FindingJson.read(bytes, Hull.class);
    }

    List<Finding> of(String imo, List<Claim> claims) {
        var found = new ArrayList<Finding>();
        if (claims.size() > MOST_NUMBERS) {
            return found;
        }
        for (int later = 1; later < claims.size(); later++) {
            var now = claims.get(later);
            var before = claims.get(later - 1);
            for (Claim other : claims.subList(0, later)) {
                if (isAtOnce(other, now)) {
                    found.add(conflict(imo, other, now));
                }
            }
            if (!isAtOnce(before, now)) {
                found.add(change(imo, before, now));
            }
        }
        return found;
    }

    private boolean isAtOnce(Claim one, Claim other) {
        var end = one.to().isBefore(other.to()) ? one.to() : other.to();
        return Duration.between(other.from(), end).compareTo(config.atOnceFor()) >= 0;
    }

    private Finding change(String imo, Claim before, Claim now) {
        var from = before.to().isAfter(now.from()) ? now.from() : before.to();
        String reason =
                "MMSI %s became %s: both said IMO number %s, one after the other."
                        .formatted(before.mmsi(), now.mmsi(), imo);
        return new Finding(
                Finding.idOf("identity-change", "mmsi", imo, before.mmsi(), now.mmsi()),
                now.number(),
                List.of(before.number()),
                from,
                now.from(),
                null,
                null,
                false,
                new IdentityChange(
                        List.of(new FieldChange("mmsi", before.mmsi(), now.mmsi())), null),
                reason,
                reason,
                before.synthetic() || now.synthetic(),
                now.sources(),
                parameters(),
                List.of());
    }

    private Finding conflict(String imo, Claim one, Claim other) {
        String statement =
                "MMSI %s and %s said IMO number %s over the same time."
                        .formatted(one.mmsi(), other.mmsi(), imo);
        return new Finding(
                Finding.idOf("identity-conflict", "imo-twice", imo, one.mmsi(), other.mmsi()),
                other.number(),
                List.of(one.number()),
                other.from(),
                null,
                null,
                null,
                true,
                new IdentityConflict("imo-twice", statement),
                statement,
                statement,
                one.synthetic() || other.synthetic(),
                other.sources(),
                parameters(),
                List.of());
    }

    private Map<String, String> parameters() {
        return Map.of("ais.identity.at-once-for", config.atOnceFor().toString());
    }
}
