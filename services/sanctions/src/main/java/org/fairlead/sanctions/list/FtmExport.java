package org.fairlead.sanctions.list;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.fairlead.lists.ImoNumber;
import org.fairlead.lists.ListedName;
import org.fairlead.lists.ListedName.Kind;
import org.fairlead.lists.ListedName.Strength;
import org.fairlead.lists.Listing;
import org.fairlead.lists.ListingDate;
import org.fairlead.lists.RelatedParty;
import org.fairlead.screening.Countries;

/// A listing in the words of FollowTheMoney: itself, the sanction, and its owners, managers and
/// operators as the list names them.
final class FtmExport {

    private final String list;
    private final String authority;

    FtmExport(String list, String authority) {
        this.list = list;
        this.authority = authority;
    }

    /// The entity first, then what points at it.
    List<ObjectNode> of(Listing listing) {
        String id = id(listing.sourceId());
        var entities = new ArrayList<ObjectNode>();
        entities.add(entity(id, listing));
        entities.add(sanction(id, listing));
        var parties = listing.vessel().parties();
        for (int place = 0; place < parties.size(); place++) {
            link(id, parties.get(place), id + "-party-" + (place + 1), entities);
        }
        return entities;
    }

    private String id(String sourceId) {
        return list + "-" + sourceId;
    }

    private ObjectNode entity(String id, Listing listing) {
        var entity = node(id, schema(listing.type()), listing.name(), true);
        var names = listing.names();
        add(entity, "name", List.of(listing.name()));
        add(entity, "alias", texts(names, Kind.AKA, Strength.STRONG));
        add(entity, "alias", texts(names, Kind.ORIGINAL_SCRIPT, Strength.STRONG));
        add(entity, "previousName", texts(names, Kind.FKA, Strength.STRONG));
        add(
                entity,
                "weakAlias",
                names.stream()
                        .skip(1)
                        .filter(name -> name.strength() == Strength.WEAK)
                        .map(ListedName::text)
                        .toList());
        add(entity, "topics", List.of("sanction"));
        if (listing.remarks() != null) {
            add(entity, "notes", List.of(listing.remarks()));
        }
        switch (listing.type()) {
            case Listing.VESSEL, Listing.AIRCRAFT -> craft(entity, listing);
            case Listing.INDIVIDUAL -> add(entity, "birthDate", listing.party().birthDates());
            default -> add(entity, "imoNumber", imos(listing.party().companyImos()));
        }
        add(entity, "country", countries(listing.party().countries()));
        return entity;
    }

    private static void craft(ObjectNode entity, Listing listing) {
        var vessel = listing.vessel();
        if (listing.type().equals(Listing.VESSEL)) {
            add(entity, "imoNumber", imos(vessel.imos()));
            add(entity, "mmsi", vessel.mmsis());
            add(entity, "callSign", vessel.callSigns());
            add(entity, "flag", countries(vessel.flags()));
            add(entity, "pastFlags", countries(vessel.formerFlags()));
            addText(entity, "tonnage", vessel.build().tonnage());
            addText(entity, "grossRegisteredTonnage", vessel.build().grossTonnage());
        }
        addText(entity, "type", vessel.build().type());
        addText(entity, "buildDate", vessel.build().yearBuilt());
    }

    /// With `IMO` before it, as FollowTheMoney has them.
    private static List<String> imos(List<String> numbers) {
        return numbers.stream()
                .map(number -> ImoNumber.of(number).map(imo -> "IMO" + imo.digits()).orElse(number))
                .toList();
    }

    private static List<String> countries(List<String> names) {
        return names.stream()
                .map(Countries::code)
                .map(code -> code.toLowerCase(Locale.ROOT))
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }

    private static List<String> texts(List<ListedName> names, Kind kind, Strength strength) {
        return names.stream()
                .skip(1)
                .filter(name -> name.kind() == kind && name.strength() == strength)
                .map(ListedName::text)
                .toList();
    }

    private ObjectNode sanction(String id, Listing listing) {
        var sanction = node(id + "-sanction", "Sanction", "Sanction", false);
        add(sanction, "entity", List.of(id));
        add(sanction, "authority", List.of(authority));
        add(sanction, "authorityId", List.of(listing.sourceId()));
        add(sanction, "program", listing.programs());
        add(
                sanction,
                "listingDate",
                listing.designation().dates().stream()
                        .map(ListingDate::date)
                        .map(LocalDate::toString)
                        .distinct()
                        .toList());
        return sanction;
    }

    private void link(String id, RelatedParty party, String partyId, List<ObjectNode> entities) {
        String linked = party.sourceId() == null ? partyId : id(party.sourceId());
        if (party.sourceId() == null) {
            // Only named in this entry: no target of its own.
            var named = node(linked, "LegalEntity", party.name(), false);
            add(named, "name", List.of(party.name()));
            entities.add(named);
        }
        boolean isOwner =
                party.role() == RelatedParty.Role.OWNER
                        || party.role() == RelatedParty.Role.FORMER_OWNER;
        var link = node(partyId + "-link", isOwner ? "Ownership" : "UnknownLink", "", false);
        add(link, isOwner ? "owner" : "subject", List.of(linked));
        add(link, isOwner ? "asset" : "object", List.of(id));
        add(link, "role", List.of(role(party.role())));
        entities.add(link);
    }

    private static String role(RelatedParty.Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String schema(String type) {
        return switch (type) {
            case Listing.VESSEL -> "Vessel";
            case Listing.AIRCRAFT -> "Airplane";
            case Listing.INDIVIDUAL -> "Person";
            default -> "Organization";
        };
    }

    private ObjectNode node(String id, String schema, String caption, boolean isTarget) {
        var node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", id)
                        .put("caption", caption)
                        .put("schema", schema);
        node.putObject("properties");
        node.putArray("datasets").add(list);
        node.putArray("referents");
        return node.put("target", isTarget);
    }

    private static void addText(
            ObjectNode entity, String property, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            add(entity, property, List.of(value));
        }
    }

    private static void add(ObjectNode entity, String property, Collection<String> values) {
        if (!values.isEmpty()) {
            var all = entity.withObject("/properties").withArray(property);
            values.forEach(all::add);
        }
    }
}
