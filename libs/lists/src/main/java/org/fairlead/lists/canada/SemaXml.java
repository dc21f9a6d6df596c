package org.fairlead.lists.canada;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.lists.Dates;
import org.fairlead.lists.ListFormat;
import org.fairlead.lists.Listing;
import org.fairlead.lists.ListingBuilder;
import org.fairlead.lists.Listings;
import org.fairlead.lists.Reading;
import org.fairlead.lists.UnreadableFile;
import org.fairlead.lists.xml.Element;
import org.fairlead.lists.xml.XmlFormat;
import org.fairlead.lists.xml.XmlRecords;
import org.jspecify.annotations.Nullable;

/// Canada's autonomous sanctions list: `data-set/record`. It has no ids: country, schedule and item
/// together are one, and stay one, for items are repealed without renumbering. No date of its own.
public final class SemaXml implements ListFormat {

    private static final String ROOT = "data-set";
    private static final String RECORD = ROOT + "/record";

    @Override
    public Reading read(InputStream file) throws IOException {
        return XmlRecords.read(file, new State());
    }

    private static final class State implements XmlFormat {

        private final Listings listings = new Listings();

        @Override
        public void enter(Element element) throws UnreadableFile {
            if (!element.path().equals(ROOT)) {
                throw element.fault("an element this list does not have");
            }
        }

        @Override
        public boolean isRecord(String path) {
            return path.equals(RECORD);
        }

        @Override
        public void record(Element record) throws UnreadableFile {
            String country = record.required("Country");
            String schedule = record.text("Schedule");
            var listing = new ListingBuilder(id(country, schedule, record.required("Item")));
            String whole = record.text("EntityOrShip");
            boolean isShip = record.text("ShipIMONumber") != null;
            listing.type(
                            isShip
                                    ? Listing.VESSEL
                                    : whole == null ? Listing.INDIVIDUAL : Listing.ENTITY)
                    .primary(whole == null ? personName(record) : whole)
                    .program("SEMA " + country.split(" / ", 2)[0])
                    .other("schedule", schedule);
            for (String alias : aliases(record)) {
                listing.aka(alias);
            }
            particulars(record, listing, isShip);
            String date = record.required("DateOfListing");
            listing.listedOn(
                    Dates.iso(date)
                            .orElseThrow(() -> record.fault("DateOfListing is no date: " + date)),
                    "DateOfListing");
            listings.add(listing.build());
        }

        private static String id(String country, @Nullable String schedule, String item) {
            String english = country.split(" / ", 2)[0].strip();
            return Stream.of(english, schedule == null ? "" : schedule, item)
                    .map(part -> part.strip().replaceAll("[^\\p{L}\\p{N}.]+", "-"))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(":"));
        }

        private static String personName(Element record) {
            return Stream.of("GivenName", "LastName")
                    .map(record::text)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
        }

        private static String[] aliases(Element record) {
            String text = record.text("Aliases");
            return text == null ? new String[0] : text.split(";", -1);
        }

        private static void particulars(Element record, ListingBuilder listing, boolean isShip) {
            String date = record.text("DateOfBirthOrShipBuildDate");
            if (isShip) {
                listing.imo(record.text("ShipIMONumber"))
                        .yearBuilt(date)
                        .vesselType(record.text("TitleOrShip"));
            } else {
                listing.birthDate(date).other("title", record.text("TitleOrShip"));
            }
        }

        @Override
        public Reading.Read finish() throws UnreadableFile {
            return listings.read(null);
        }
    }
}
