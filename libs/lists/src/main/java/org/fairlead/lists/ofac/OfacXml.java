package org.fairlead.lists.ofac;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.fairlead.lists.Dates;
import org.fairlead.lists.ListFormat;
import org.fairlead.lists.ListedName.Strength;
import org.fairlead.lists.Listing;
import org.fairlead.lists.ListingBuilder;
import org.fairlead.lists.Listings;
import org.fairlead.lists.Reading;
import org.fairlead.lists.RelatedParty;
import org.fairlead.lists.UnreadableFile;
import org.fairlead.lists.xml.Element;
import org.fairlead.lists.xml.XmlFormat;
import org.fairlead.lists.xml.XmlRecords;
import org.jspecify.annotations.Nullable;

/// OFAC's `SDN.XML` and `CONSOLIDATED.XML`, under the namespace it had until 2024 and the one
/// since. It counts its own entries, so a file that was cut or added to shows.
public final class OfacXml implements ListFormat {

    private static final String ROOT = "sdnList";
    private static final String ENTRY = ROOT + "/sdnEntry";
    private static final String PUBLICATION = ROOT + "/publshInformation";
    private static final Set<String> KNOWN =
            Set.of(
                    "uid",
                    "lastName",
                    "firstName",
                    "sdnType",
                    "remarks",
                    "title",
                    "programList",
                    "idList",
                    "akaList",
                    "addressList",
                    "vesselInfo",
                    "dateOfBirthList",
                    "placeOfBirthList",
                    "nationalityList",
                    "citizenshipList");

    @Override
    public Reading read(InputStream file) throws IOException {
        return XmlRecords.read(file, new State());
    }

    private static final class State implements XmlFormat {

        private final Listings listings = new Listings();
        private @Nullable Instant publishedAt;
        private int recordCount = -1;

        @Override
        public void enter(Element element) throws UnreadableFile {
            if (!element.path().equals(ROOT)) {
                throw element.fault("an element this list does not have");
            }
        }

        @Override
        public boolean isRecord(String path) {
            return path.equals(ENTRY) || path.equals(PUBLICATION);
        }

        @Override
        public void record(Element record) throws UnreadableFile {
            if (record.path().equals(PUBLICATION)) {
                publication(record);
            } else {
                listings.add(listing(record));
            }
        }

        private void publication(Element record) throws UnreadableFile {
            String date = record.required("Publish_Date");
            if (!date.matches("\\d\\d/\\d\\d/\\d{4}")) {
                throw record.fault("Publish_Date is no date: " + UnreadableFile.shortened(date));
            }
            String iso =
                    date.substring(6) + "-" + date.substring(0, 2) + "-" + date.substring(3, 5);
            publishedAt =
                    Dates.instant(iso)
                            .orElseThrow(() -> record.fault("Publish_Date is no date: " + date));
            String count = record.text("Record_Count");
            recordCount = count != null && count.matches("\\d{1,8}") ? Integer.parseInt(count) : -1;
        }

        private Listing listing(Element entry) throws UnreadableFile {
            String type = entry.required("sdnType");
            var listing =
                    new ListingBuilder(entry.required("uid"))
                            .type(
                                    OfacFields.type(type)
                                            .orElseThrow(() ->
                                                    entry.fault(
                                                            "the sdnType \"%s\" is not known"
                                                                    .formatted(
                                                                            UnreadableFile
                                                                                    .shortened(
                                                                                            type)))))
                            .primary(name(entry))
                            .remarks(entry.text("remarks"))
                            .other("title", entry.text("title"));
            entry.texts("programList/program").forEach(listing::program);
            aliases(entry, listing);
            vessel(entry, listing);
            documents(entry, listing);
            person(entry, listing);
            OfacRemarks.into(listing, entry.text("remarks"));
            entry.children().stream()
                    .filter(child -> !KNOWN.contains(child.name()))
                    .forEach(child ->
                            listings.warn(
                                    child.place() + "an element that is not known was left out"));
            return listing.build();
        }

        private static String name(Element named) throws UnreadableFile {
            String last = named.required("lastName");
            String first = named.text("firstName");
            return first == null ? last : last + ", " + first;
        }

        private static void aliases(Element entry, ListingBuilder listing) throws UnreadableFile {
            for (Element aka : entry.all("akaList/aka")) {
                var strength =
                        "weak".equalsIgnoreCase(aka.text("category"))
                                ? Strength.WEAK
                                : Strength.STRONG;
                listing.name(name(aka), OfacFields.aliasKind(aka.text("type")), strength);
            }
        }

        private static void vessel(Element entry, ListingBuilder listing) {
            for (Element info : entry.all("vesselInfo")) {
                listing.callSign(info.text("callSign"))
                        .vesselType(info.text("vesselType"))
                        .flag(info.text("vesselFlag"))
                        .tonnage(info.text("tonnage"))
                        .grossTonnage(info.text("grossRegisteredTonnage"))
                        .party(info.text("vesselOwner"), RelatedParty.Role.OWNER, null, null);
            }
        }

        private static void documents(Element entry, ListingBuilder listing) {
            for (Element id : entry.all("idList/id")) {
                String type = id.text("idType");
                String number = id.text("idNumber");
                String country = id.text("idCountry");
                if (type != null && number != null) {
                    boolean isPlain = country == null || type.equals("MMSI");
                    OfacFields.document(
                            listing, type, isPlain ? number : number + " (" + country + ")");
                }
            }
        }

        private static void person(Element entry, ListingBuilder listing) {
            entry.texts("dateOfBirthList/dateOfBirthItem/dateOfBirth").stream()
                    .map(OfacDates::iso)
                    .forEach(listing::birthDate);
            entry.texts("placeOfBirthList/placeOfBirthItem/placeOfBirth")
                    .forEach(place -> listing.other("place of birth", place));
            entry.texts("nationalityList/nationality/country").forEach(listing::country);
            entry.texts("citizenshipList/citizenship/country").forEach(listing::country);
            for (Element address : entry.all("addressList/address")) {
                listing.country(address.text("country"));
                listing.other(
                        "address",
                        address.children().stream()
                                .filter(part -> !part.name().equals("uid"))
                                .map(Element::text)
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining(", ")));
            }
        }

        @Override
        public Reading.Read finish() throws UnreadableFile {
            if (recordCount >= 0 && recordCount != listings.size()) {
                throw new UnreadableFile(
                        "%s/Record_Count says %d entries, the file has %d: cut or changed on its way"
                                .formatted(PUBLICATION, recordCount, listings.size()));
            }
            if (publishedAt == null) {
                throw new UnreadableFile(PUBLICATION + " is missing");
            }
            return listings.read(publishedAt);
        }
    }
}
