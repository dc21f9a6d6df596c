package org.fairlead.lists.ofac;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fairlead.lists.ListedName.Kind;
import org.fairlead.lists.ListedName.Strength;
import org.fairlead.lists.Listing;
import org.fairlead.lists.ListingBuilder;
import org.fairlead.lists.UnreadableFile;
import org.fairlead.lists.xml.Element;

/// The parties of an advanced file, put together from its sections.
final class OfacProfiles {

    private final OfacReferences references;
    private final Map<String, List<String[]>> documentsByIdentity = new HashMap<>();
    private final Map<String, ListingBuilder> byProfile = new LinkedHashMap<>();

    OfacProfiles(OfacReferences references) {
        this.references = references;
    }

    void document(Element document) throws UnreadableFile {
        String number = document.text("IDRegistrationNo");
        if (number != null) {
            documentsByIdentity
                    .computeIfAbsent(
                            document.requiredAttribute("IdentityID"), id -> new ArrayList<>())
                    .add(
                            new String[] {
                                references.text(document, "IDRegDocType", "IDRegDocTypeID"), number
                            });
        }
    }

    void party(Element party) throws UnreadableFile {
        for (Element profile : party.all("Profile")) {
            String id = party.requiredAttribute("FixedRef");
            var listing = new ListingBuilder(id).type(type(profile));
            listing.remarks(party.text("Comment"));
            for (Element identity : profile.all("Identity")) {
                identity(identity, listing);
            }
            for (Element feature : profile.all("Feature")) {
                feature(feature, listing);
            }
            byProfile.put(profile.requiredAttribute("ID"), listing);
        }
    }

    /// Notes disagree on the numbers of the sub-types, so only their words count: `Vessel`,
    /// `Aircraft`, else the party type above them.
    private String type(Element profile) throws UnreadableFile {
        String subType = references.text(profile, "PartySubType", "PartySubTypeID");
        var known = OfacFields.type(subType);
        if (known.isPresent()) {
            return known.get();
        }
        var party =
                references
                        .find("PartySubType", profile.requiredAttribute("PartySubTypeID"))
                        .map(value -> value.attribute("PartyTypeID"))
                        .flatMap(id -> references.find("PartyType", id))
                        .flatMap(value -> OfacFields.type(value.text()));
        return party.orElseThrow(
                () -> profile.fault("the party type \"%s\" is not known".formatted(subType)));
    }

    private void identity(Element identity, ListingBuilder listing) throws UnreadableFile {
        var partTypes = new HashMap<String, String>();
        for (Element group : identity.all("NamePartGroups/MasterNamePartGroup/NamePartGroup")) {
            partTypes.put(
                    group.requiredAttribute("ID"),
                    references.text(group, "NamePartType", "NamePartTypeID"));
        }
        for (Element alias : identity.all("Alias")) {
            alias(alias, partTypes, listing);
        }
        String id = identity.requiredAttribute("ID");
        for (String[] document : documentsByIdentity.getOrDefault(id, List.of())) {
            OfacFields.document(listing, document[0], document[1]);
        }
    }

    private void alias(Element alias, Map<String, String> partTypes, ListingBuilder listing)
            throws UnreadableFile {
        var strength = alias.isTrue("LowQuality") ? Strength.WEAK : Strength.STRONG;
        var kind =
                alias.isTrue("Primary")
                        ? Kind.PRIMARY
                        : OfacFields.aliasKind(references.text(alias, "AliasType", "AliasTypeID"));
        for (Element name : alias.all("DocumentedName")) {
            var text = new StringBuilder();
            boolean isLatin = true;
            boolean isAfterLastName = false;
            for (Element part : name.all("DocumentedNamePart/NamePartValue")) {
                String type = partTypes.getOrDefault(part.requiredAttribute("NamePartGroupID"), "");
                text.append(text.isEmpty() ? "" : isAfterLastName ? ", " : " ").append(part.text());
                isAfterLastName = type.equalsIgnoreCase("Last Name");
                isLatin &= references.text(part, "Script", "ScriptID").equals("Latin");
            }
            listing.name(text.toString(), isLatin ? kind : Kind.ORIGINAL_SCRIPT, strength);
        }
    }

    private void feature(Element feature, ListingBuilder listing) throws UnreadableFile {
        String type = references.text(feature, "FeatureType", "FeatureTypeID");
        for (Element version : feature.all("FeatureVersion")) {
            for (Element detail : version.all("VersionDetail")) {
                String value =
                        detail.attribute("DetailReferenceID") == null
                                ? detail.text()
                                : references.text(detail, "DetailReference", "DetailReferenceID");
                OfacFields.feature(listing, type, value);
            }
            for (Element location : version.all("VersionLocation")) {
                location(type, location.requiredAttribute("LocationID"), listing);
            }
            for (Element period : version.all("DatePeriod")) {
                OfacDates.period(period)
                        .ifPresent(value -> OfacFields.feature(listing, type, value));
            }
        }
    }

    private void location(String type, String id, ListingBuilder listing) {
        references.country(id).ifPresent(listing::country);
        references
                .place(id)
                .ifPresent(place -> {
                    boolean isCountry = type.toLowerCase(Locale.ROOT).endsWith("flag");
                    if (isCountry) {
                        OfacFields.feature(listing, type, references.country(id).orElse(place));
                    } else {
                        listing.other(type, place);
                    }
                });
    }

    void relation(Element relation) throws UnreadableFile {
        String type = references.text(relation, "RelationType", "RelationTypeID");
        var from = byProfile.get(relation.requiredAttribute("From-ProfileID"));
        var to = byProfile.get(relation.requiredAttribute("To-ProfileID"));
        if (from == null || to == null) {
            return;
        }
        String word = relation.isTrue("Former") ? "Former: " + type : type;
        OfacFields.relation(from, word, to.anyName(), to.sourceId());
        if (to.isCraft()) {
            OfacFields.relation(to, word, from.anyName(), from.sourceId());
        }
    }

    void entry(Element entry) throws UnreadableFile {
        var listing = byProfile.get(entry.requiredAttribute("ProfileID"));
        if (listing == null) {
            return;
        }
        String list =
                entry.attribute("ListID") == null ? "" : references.text(entry, "List", "ListID");
        if (list.equals("Consolidated List")) {
            // Carried beside the list an entry is really on.
            return;
        }
        listing.other("list", list);
        for (Element event : entry.all("EntryEvent")) {
            var date = event.all("Date").stream().findFirst().flatMap(OfacDates::point);
            String word = references.text(event, "EntryEventType", "EntryEventTypeID");
            date.ifPresent(
                    day -> listing.listedOn(day, "EntryEvent %s (%s)".formatted(word, list)));
            if (event.attribute("LegalBasisID") != null) {
                listing.other(
                        "legal authority", references.text(event, "LegalBasis", "LegalBasisID"));
            }
        }
        for (Element measure : entry.all("SanctionsMeasure")) {
            String comment = measure.text("Comment");
            String type = references.text(measure, "SanctionsType", "SanctionsTypeID");
            if (type.equalsIgnoreCase("Program")) {
                listing.program(comment);
            } else {
                listing.other("measure", comment == null ? type : type + ": " + comment);
            }
        }
    }

    List<Listing> listings() throws UnreadableFile {
        var listings = new ArrayList<Listing>();
        for (ListingBuilder each : byProfile.values()) {
            listings.add(each.build());
        }
        return listings;
    }
}
