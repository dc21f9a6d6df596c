package org.fairlead.lists.eu;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.lists.Dates;
import org.fairlead.lists.ListFormat;
import org.fairlead.lists.Listings;
import org.fairlead.lists.Reading;
import org.fairlead.lists.UnreadableFile;
import org.fairlead.lists.xml.Element;
import org.fairlead.lists.xml.XmlFormat;
import org.fairlead.lists.xml.XmlRecords;
import org.jspecify.annotations.Nullable;

/// The EU's consolidated financial sanctions list, XML 1.1: `export/sanctionEntity`, all in
/// attributes.
public final class EuFsfXml implements ListFormat {

    private static final String ROOT = "export";
    private static final String ENTITY = ROOT + "/sanctionEntity";

    @Override
    public Reading read(InputStream file) throws IOException {
        return XmlRecords.read(file, new State());
    }

    private static final class State implements XmlFormat {

        private final Listings listings = new Listings();
        private @Nullable Instant publishedAt;

        @Override
        public void enter(Element element) throws UnreadableFile {
            if (!element.path().equals(ROOT)) {
                throw element.fault("an element this list does not have");
            }
            String generated = element.requiredAttribute("generationDate");
            publishedAt =
                    Dates.instant(generated)
                            .orElseThrow(
                                    () -> element.fault("generationDate is no time: " + generated));
        }

        @Override
        public boolean isRecord(String path) {
            return path.equals(ENTITY);
        }

        @Override
        public void record(Element entity) throws UnreadableFile {
            var entry = new EuEntry(entity.requiredAttribute("logicalId"));
            entry.listing()
                    .other("euReferenceNumber", entity.attribute("euReferenceNumber"))
                    .other("unitedNationId", entity.attribute("unitedNationId"))
                    .other("designationDetails", entity.attribute("designationDetails"))
                    .remarks(String.join("\n", entity.texts("remark")));
            entry.designated(entity.attribute("designationDate"));
            entity.all("subjectType").forEach(type -> entry.subjectType(type.attribute("code")));
            names(entity, entry);
            acts(entity, entry);
            particulars(entity, entry);
            listings.add(entry.build());
        }

        private static void names(Element entity, EuEntry entry) {
            for (Element name : entity.all("nameAlias")) {
                String whole = name.attribute("wholeName");
                entry.name(
                        whole == null ? parts(name) : whole,
                        !"false".equalsIgnoreCase(name.attribute("strong")));
                entry.listing().other("function", name.attribute("function"));
                entry.listing().other("gender", name.attribute("gender"));
            }
        }

        private static String parts(Element name) {
            return Stream.of("firstName", "middleName", "lastName")
                    .map(name::attribute)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
        }

        private static void acts(Element entity, EuEntry entry) {
            for (Element act : entity.all("regulation")) {
                entry.regulation(
                        act.attribute("regulationType"),
                        act.attribute("programme"),
                        act.attribute("entryIntoForceDate"));
                entry.listing().other("regulation", act.attribute("numberTitle"));
            }
        }

        private static void particulars(Element entity, EuEntry entry) {
            for (Element id : entity.all("identification")) {
                String number = id.attribute("number");
                entry.identification(
                        id.attribute("identificationTypeCode"),
                        number == null ? id.attribute("latinNumber") : number);
            }
            for (Element birth : entity.all("birthdate")) {
                String date = birth.attribute("birthdate");
                String year = date == null ? birth.attribute("year") : date;
                entry.listing()
                        .birthDate(birth.isTrue("circa") && year != null ? "circa " + year : year);
            }
            for (Element citizenship : entity.all("citizenship")) {
                entry.listing().country(citizenship.attribute("countryDescription"));
            }
            for (Element address : entity.all("address")) {
                entry.listing().country(address.attribute("countryDescription"));
                entry.listing()
                        .other(
                                "address",
                                Stream.of(
                                                "street",
                                                "poBox",
                                                "zipCode",
                                                "city",
                                                "region",
                                                "place",
                                                "countryDescription")
                                        .map(address::attribute)
                                        .filter(Objects::nonNull)
                                        .collect(Collectors.joining(", ")));
            }
        }

        @Override
        public Reading.Read finish() throws UnreadableFile {
            return listings.read(publishedAt);
        }
    }
}
