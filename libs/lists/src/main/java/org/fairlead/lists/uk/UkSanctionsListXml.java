package org.fairlead.lists.uk;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.lists.Dates;
import org.fairlead.lists.ListFormat;
import org.fairlead.lists.ListedName.Kind;
import org.fairlead.lists.ListedName.Strength;
import org.fairlead.lists.ListingBuilder;
import org.fairlead.lists.Listings;
import org.fairlead.lists.Reading;
import org.fairlead.lists.RelatedParty;
import org.fairlead.lists.UnreadableFile;
import org.fairlead.lists.xml.Element;
import org.fairlead.lists.xml.XmlFormat;
import org.fairlead.lists.xml.XmlRecords;
import org.jspecify.annotations.Nullable;

/// The UK Sanctions List as XML: `Designations/Designation`.
public final class UkSanctionsListXml implements ListFormat {

    private static final String ROOT = "Designations";
    private static final String DESIGNATION = ROOT + "/Designation";
    private static final String GENERATED = ROOT + "/DateGenerated";

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
        }

        @Override
        public boolean isRecord(String path) {
            return path.equals(DESIGNATION) || path.equals(GENERATED);
        }

        @Override
        public void record(Element record) throws UnreadableFile {
            if (record.path().equals(GENERATED)) {
                publishedAt =
                        Dates.instant(record.text())
                                .orElseThrow(() ->
                                        record.fault(
                                                "no date: "
                                                        + UnreadableFile.shortened(record.text())));
                return;
            }
            var listing =
                    new ListingBuilder(record.required("UniqueID"))
                            .type(UkText.type(record.required("IndividualEntityShip")));
            names(record, listing);
            listing.program(record.text("RegimeName"))
                    .remarks(UkText.plain(record.text("UKStatementofReasons")))
                    .other("otherInformation", UkText.plain(record.text("OtherInformation")))
                    .other("ofsiGroupId", record.text("OFSIGroupID"))
                    .other("unReferenceNumber", record.text("UNReferenceNumber"))
                    .other("designationSource", record.text("DesignationSource"));
            UkText.measures(listing, record.text("SanctionsImposed"));
            String designated = record.text("DateDesignated");
            if (designated != null) {
                listing.listedOn(
                        Dates.any(designated)
                                .orElseThrow(() ->
                                        record.fault("DateDesignated is no date: " + designated)),
                        "DateDesignated");
            }
            record.all("ShipDetails/Ship").forEach(ship -> ship(ship, listing));
            person(record, listing);
            listings.add(listing.build());
        }

        private static void names(Element record, ListingBuilder listing) {
            for (Element name : record.all("Names/Name")) {
                String whole =
                        Stream.of("Name1", "Name2", "Name3", "Name4", "Name5", "Name6")
                                .map(name::text)
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" "));
                UkText.name(listing, whole, name.text("NameType"), name.text("AliasStrength"));
            }
            for (String name : record.texts("NonLatinNames/NonLatinName/NameNonLatinScript")) {
                listing.name(name, Kind.ORIGINAL_SCRIPT, Strength.STRONG);
            }
        }

        private static void ship(Element ship, ListingBuilder listing) {
            ship.texts("IMONumbers/IMONumber")
                    .forEach(text -> UkText.imos(text).forEach(listing::imo));
            ship.texts("CurrentOwnerOperators/CurrentOwnerOperator")
                    .forEach(text -> UkText.parties(listing, text, RelatedParty.Role.OWNER));
            ship.texts("PreviousOwnerOperators/PreviousOwnerOperator")
                    .forEach(text -> UkText.parties(listing, text, RelatedParty.Role.FORMER_OWNER));
            ship.texts("CurrentBelievedFlagOfShips/CurrentBelievedFlagOfShip")
                    .forEach(text -> UkText.flags(text, listing::flag));
            ship.texts("PreviousFlags/PreviousFlag")
                    .forEach(text -> UkText.flags(text, listing::formerFlag));
            ship.texts("TypeOfShipDetails/TypeOfShip").forEach(listing::vesselType);
            ship.texts("TonnageOfShipDetails/TonnageOfShip").forEach(listing::grossTonnage);
            ship.texts("LengthOfShipDetails/LengthOfShip").forEach(listing::length);
            ship.texts("LengthOfShip").forEach(listing::length);
            ship.texts("YearsBuilt/YearBuilt").forEach(listing::yearBuilt);
            ship.texts("HullIdentificationNumbers/HullIdentificationNumber")
                    .forEach(text -> listing.other("hullIdentificationNumber", text));
            ship.texts("HIN").forEach(text -> listing.other("hullIdentificationNumber", text));
        }

        private static void person(Element record, ListingBuilder listing) {
            record.texts("IndividualDetails/Individual/DOBs/DOB").stream()
                    .map(UkText::birth)
                    .forEach(listing::birthDate);
            record.texts("IndividualDetails/Individual/Nationalities/Nationality")
                    .forEach(listing::country);
            for (Element address : record.all("Addresses/Address")) {
                listing.country(address.text("AddressCountry"));
                listing.other(
                        "address",
                        address.children().stream()
                                .map(Element::text)
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining(", ")));
            }
        }

        @Override
        public Reading.Read finish() throws UnreadableFile {
            return listings.read(publishedAt);
        }
    }
}
