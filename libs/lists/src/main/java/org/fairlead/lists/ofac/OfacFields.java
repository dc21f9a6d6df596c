package org.fairlead.lists.ofac;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fairlead.lists.ImoNumber;
import org.fairlead.lists.ListedName.Kind;
import org.fairlead.lists.Listing;
import org.fairlead.lists.ListingBuilder;
import org.fairlead.lists.RelatedParty;
import org.jspecify.annotations.Nullable;

/// What OFAC's XML formats call the same things by: features and documents, by the publisher's own
/// words, never by their numbers.
final class OfacFields {

    private static final Pattern IMO = Pattern.compile("IMO\\s*:?\\s*(\\d{7})\\b.*");
    private static final Pattern NOTHING = Pattern.compile("(?i)none identified|unknown|-0-");

    private OfacFields() {}

    static void feature(ListingBuilder entry, String type, String value) {
        if (NOTHING.matcher(value).matches()) {
            return;
        }
        switch (type.toLowerCase(Locale.ROOT)) {
            case "vessel call sign", "other vessel call sign" -> entry.callSign(value);
            case "vessel flag", "other vessel flag" -> entry.flag(value);
            case "former vessel flag" -> entry.formerFlag(value);
            case "vessel type", "other vessel type" -> entry.vesselType(value);
            case "vessel tonnage" -> entry.tonnage(value);
            case "vessel gross registered tonnage", "vessel gross tonnage" ->
                    entry.grossTonnage(value);
            case "vessel year of build" -> entry.yearBuilt(value);
            case "vessel owner" -> entry.party(value, RelatedParty.Role.OWNER, null, null);
            case "birthdate", "date of birth" -> entry.birthDate(OfacDates.iso(value));
            case "nationality country", "citizenship country", "nationality", "citizenship" ->
                    entry.country(value);
            default -> entry.other(type, value);
        }
    }

    static void document(ListingBuilder entry, String type, String number) {
        var imo = IMO.matcher(number);
        boolean isRegistration = type.equalsIgnoreCase("Vessel Registration Identification");
        if (imo.matches()) {
            entry.imo(imo.group(1));
        } else if (isRegistration && ImoNumber.of(number).isPresent()) {
            entry.imo(number.strip());
        } else if (type.equalsIgnoreCase("MMSI") && number.strip().matches("\\d{9}")) {
            entry.mmsi(number.strip());
        } else if (type.toLowerCase(Locale.ROOT).startsWith("former vessel flag")) {
            feature(entry, "former vessel flag", number);
        } else {
            entry.other(type, number);
        }
    }

    static Kind aliasKind(@Nullable String type) {
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("f.k.a")
                ? Kind.FKA
                : Kind.AKA;
    }

    /// `Individual`, `Entity`, `Vessel`, `Aircraft`, in any case.
    static Optional<String> type(@Nullable String text) {
        String type = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        return Listing.TYPES.contains(type) ? Optional.of(type) : Optional.empty();
    }

    /// Who a ship belongs to, by the publisher's word for the relation. A ship owns nobody, so the
    /// direction, which is sometimes inverted, does not matter.
    static void relation(
            ListingBuilder entry, String relation, String name, @Nullable String sourceId) {
        if (!entry.isCraft()) {
            entry.other("relation", relation + ": " + name);
            return;
        }
        String word = relation.toLowerCase(Locale.ROOT);
        var role =
                word.contains("owned") || word.contains("owner")
                        ? RelatedParty.Role.OWNER
                        : RelatedParty.Role.LINKED;
        entry.party(name, role, null, sourceId);
    }
}
