package org.fairlead.lists.ofac;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.fairlead.lists.Dates;
import org.fairlead.lists.ListFormat;
import org.fairlead.lists.ListedName.Kind;
import org.fairlead.lists.ListedName.Strength;
import org.fairlead.lists.Listing;
import org.fairlead.lists.ListingBuilder;
import org.fairlead.lists.Listings;
import org.fairlead.lists.Reading;
import org.fairlead.lists.UnreadableFile;
import org.fairlead.lists.xml.Element;
import org.fairlead.lists.xml.XmlFormat;
import org.fairlead.lists.xml.XmlRecords;
import org.jspecify.annotations.Nullable;

/// OFAC's `SDN_ENHANCED.XML` and `CONS_ENHANCED.XML` (since 2024): everything nested in its entity,
/// with the date of listing for each list.
public final class OfacEnhancedXml implements ListFormat {

    private static final String ROOT = "sanctionsData";
    private static final String ENTITY = ROOT + "/entities/entity";
    private static final String PUBLICATION = ROOT + "/publicationInfo";
    private static final String REFERENCE = ROOT + "/referenceValues/referenceValue";
    // Carried by every entry of the non-SDN lists beside the list it is really on.
    private static final String META_LIST = "Consolidated List";

    @Override
    public Reading read(InputStream file) throws IOException {
        return XmlRecords.read(file, new State());
    }

    private static final class State implements XmlFormat {

        private final Listings listings = new Listings();
        private final Set<String> references = new HashSet<>();
        private @Nullable Instant publishedAt;

        @Override
        public void enter(Element element) throws UnreadableFile {
            if (!element.path().contains("/") && !element.name().equals(ROOT)) {
                throw element.fault("not OFAC's enhanced list: its first element is " + ROOT);
            }
        }

        @Override
        public boolean isRecord(String path) {
            return path.equals(ENTITY) || path.equals(PUBLICATION) || path.equals(REFERENCE);
        }

        @Override
        public void record(Element record) throws UnreadableFile {
            switch (record.path()) {
                case PUBLICATION -> {
                    String time = record.required("dataAsOf");
                    publishedAt =
                            Dates.instant(time)
                                    .orElseThrow(
                                            () -> record.fault("dataAsOf is no time: " + time));
                }
                case REFERENCE -> references.add(record.requiredAttribute("refId"));
                default -> listings.add(listing(record));
            }
        }

        private Listing listing(Element entity) throws UnreadableFile {
            String type = entity.required("generalInfo/entityType");
            var listing =
                    new ListingBuilder(entity.requiredAttribute("id"))
                            .type(
                                    OfacFields.type(type)
                                            .orElseThrow(() ->
                                                    entity.fault(
                                                            "the entityType \"%s\" is not known"
                                                                    .formatted(type))))
                            .remarks(entity.text("generalInfo/remarks"))
                            .other("title", entity.text("generalInfo/title"));
            warnUnknown(entity);
            names(entity, listing);
            lists(entity, listing);
            entity.texts("sanctionsPrograms/sanctionsProgram").forEach(listing::program);
            entity.texts("legalAuthorities/legalAuthority")
                    .forEach(authority -> listing.other("legal authority", authority));
            entity.texts("sanctionsTypes/sanctionsType")
                    .forEach(measure -> listing.other("measure", measure));
            details(entity, listing);
            return listing.build();
        }

        private void warnUnknown(Element element) {
            for (Element child : element.children()) {
                String id = child.attribute("refId");
                if (id != null && !references.contains(id)) {
                    listings.warn(
                            child.place()
                                    + "the reference value %s is not in the file".formatted(id));
                }
                warnUnknown(child);
            }
        }

        private static void names(Element entity, ListingBuilder listing) {
            for (Element name : entity.all("names/name")) {
                boolean isPrimary = "true".equals(name.text("isPrimary"));
                var strength =
                        "true".equals(name.text("isLowQuality")) ? Strength.WEAK : Strength.STRONG;
                var kind = isPrimary ? Kind.PRIMARY : OfacFields.aliasKind(name.text("aliasType"));
                for (Element translation : name.all("translations/translation")) {
                    String script = translation.text("script");
                    boolean isLatin = script == null || script.equals("Latin");
                    listing.name(
                            translation.text("formattedFullName"),
                            isLatin ? kind : Kind.ORIGINAL_SCRIPT,
                            strength);
                }
            }
        }

        private static void lists(Element entity, ListingBuilder listing) throws UnreadableFile {
            for (Element list : entity.all("sanctionsLists/sanctionsList")) {
                if (list.text().equals(META_LIST)) {
                    continue;
                }
                listing.other("list", list.text());
                String date = list.attribute("datePublished");
                if (date != null) {
                    listing.listedOn(
                            Dates.iso(date)
                                    .orElseThrow(
                                            () -> list.fault("datePublished is no date: " + date)),
                            "datePublished (%s)".formatted(list.text()));
                }
            }
        }

        private static void details(Element entity, ListingBuilder listing) {
            for (Element feature : entity.all("features/feature")) {
                String type = feature.text("type");
                String value = feature.text("value");
                if (type != null && value != null) {
                    OfacFields.feature(listing, type, value);
                }
            }
            for (Element document : entity.all("identityDocuments/identityDocument")) {
                String type = document.text("type");
                String number = document.text("documentNumber");
                if (type != null && number != null) {
                    OfacFields.document(listing, type, number);
                }
            }
            for (Element relation : entity.all("relationships/relationship")) {
                String type = relation.text("type");
                for (Element other : relation.all("relatedEntity")) {
                    if (type != null && !other.text().isEmpty()) {
                        OfacFields.relation(
                                listing, type, other.text(), other.attribute("entityId"));
                    }
                }
            }
            addresses(entity, listing);
        }

        private static void addresses(Element entity, ListingBuilder listing) {
            for (Element address : entity.all("addresses/address")) {
                listing.country(address.text("country"));
                var parts =
                        new ArrayList<>(
                                address.texts(
                                        "translations/translation/addressParts/addressPart/value"));
                parts.addAll(address.texts("country"));
                listing.other("address", String.join(", ", parts));
            }
        }

        @Override
        public Reading.Read finish() throws UnreadableFile {
            if (publishedAt == null) {
                throw new UnreadableFile(PUBLICATION + "/dataAsOf is missing");
            }
            return listings.read(publishedAt);
        }
    }
}
