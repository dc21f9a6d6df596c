package org.fairlead.lists.eu;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fairlead.lists.Dates;
import org.fairlead.lists.ImoNumber;
import org.fairlead.lists.ListedName.Kind;
import org.fairlead.lists.ListedName.Strength;
import org.fairlead.lists.Listing;
import org.fairlead.lists.ListingBuilder;
import org.fairlead.lists.Script;
import org.fairlead.lists.UnreadableFile;
import org.jspecify.annotations.Nullable;

/// One entity of the EU's list, from whichever of its two formats.
final class EuEntry {

    private final ListingBuilder listing;
    private final List<String> imos = new ArrayList<>();
    private boolean isPerson;

    EuEntry(String logicalId) {
        listing = new ListingBuilder(logicalId);
    }

    ListingBuilder listing() {
        return listing;
    }

    void subjectType(@Nullable String code) {
        isPerson |= "person".equalsIgnoreCase(code) || "P".equalsIgnoreCase(code);
    }

    void name(@Nullable String whole, boolean isStrong) {
        boolean isFirst = !listing.hasPrimaryName();
        listing.name(
                whole,
                isFirst
                        ? Kind.PRIMARY
                        : Script.of(whole == null ? "" : whole).equals(Script.LATIN)
                                ? Kind.AKA
                                : Kind.ORIGINAL_SCRIPT,
                isStrong ? Strength.STRONG : Strength.WEAK);
    }

    /// An amending or repealing act tells when an entry was last touched, not since when it is
    /// listed.
    void regulation(@Nullable String type, @Nullable String programme, @Nullable String inForce) {
        listing.program(programme);
        String act = type == null ? "" : type.toLowerCase(Locale.ROOT);
        if (!act.startsWith("amend") && !act.startsWith("repeal")) {
            Dates.any(inForce).ifPresent(date -> listing.listedOn(date, "entryIntoForceDate"));
        }
    }

    void designated(@Nullable String date) {
        Dates.any(date).ifPresent(day -> listing.listedOn(day, "designationDate"));
    }

    void identification(@Nullable String type, @Nullable String number) {
        if (number == null || type == null) {
            return;
        }
        String digits = number.replaceAll("\\D", "");
        if (type.equalsIgnoreCase("imo") && digits.length() == 7) {
            imos.add(digits);
        } else {
            listing.other(type, number);
        }
    }

    /// The EU calls ships enterprises. One with a valid ship's IMO number is a ship; companies have
    /// numbers with another check digit.
    Listing build() throws UnreadableFile {
        boolean isShip = !isPerson && imos.stream().anyMatch(imo -> ImoNumber.of(imo).isPresent());
        listing.type(isPerson ? Listing.INDIVIDUAL : isShip ? Listing.VESSEL : Listing.ENTITY);
        imos.forEach(listing::imo);
        return listing.build();
    }
}
