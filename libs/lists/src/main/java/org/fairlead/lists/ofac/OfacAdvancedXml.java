package org.fairlead.lists.ofac;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Pattern;
import org.fairlead.lists.ListFormat;
import org.fairlead.lists.Listing;
import org.fairlead.lists.Listings;
import org.fairlead.lists.Reading;
import org.fairlead.lists.UnreadableFile;
import org.fairlead.lists.xml.Element;
import org.fairlead.lists.xml.XmlFormat;
import org.fairlead.lists.xml.XmlRecords;
import org.jspecify.annotations.Nullable;

/// OFAC's `SDN_ADVANCED.XML` and `CONS_ADVANCED.XML`, after the UN's data model: everything by
/// number, every number resolved through the file's own `ReferenceValueSets`. Streamed in the order
/// of the file: reference values, locations, documents, parties, relations, entries.
///
/// A number that the sets do not have is warned of and drops nothing.
public final class OfacAdvancedXml implements ListFormat {

    private static final String ROOT = "Sanctions";
    private static final Pattern REFERENCE =
            Pattern.compile(ROOT + "/ReferenceValueSets/\\w+Values/\\w+");
    private static final String ISSUE = ROOT + "/DateOfIssue";
    private static final String LOCATION = ROOT + "/Locations/Location";
    private static final String DOCUMENT = ROOT + "/IDRegDocuments/IDRegDocument";
    private static final String PARTY = ROOT + "/DistinctParties/DistinctParty";
    private static final String RELATION = ROOT + "/ProfileRelationships/ProfileRelationship";
    private static final String ENTRY = ROOT + "/SanctionsEntries/SanctionsEntry";
    private static final Set<String> RECORDS =
            Set.of(ISSUE, LOCATION, DOCUMENT, PARTY, RELATION, ENTRY);

    @Override
    public Reading read(InputStream file) throws IOException {
        return XmlRecords.read(file, new State());
    }

    private static final class State implements XmlFormat {

        private final Listings listings = new Listings();
        private final OfacReferences references = new OfacReferences(listings);
        private final OfacProfiles profiles = new OfacProfiles(references);
        private @Nullable Instant publishedAt;

        @Override
        public void enter(Element element) throws UnreadableFile {
            if (element.path().contains("/")) {
                return;
            }
            if (!element.name().equals(ROOT)) {
                throw element.fault("not OFAC's advanced list: its first element is " + ROOT);
            }
            if (element.attribute("DeltaBaseVersion") != null) {
                throw element.fault("a delta against another version; upload the whole file");
            }
        }

        @Override
        public boolean isRecord(String path) {
            return RECORDS.contains(path) || REFERENCE.matcher(path).matches();
        }

        @Override
        public void record(Element record) throws UnreadableFile {
            switch (record.path()) {
                case ISSUE ->
                        publishedAt =
                                OfacDates.point(record)
                                        .orElseThrow(() -> record.fault("no date"))
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant();
                case LOCATION -> references.location(record);
                case DOCUMENT -> profiles.document(record);
                case PARTY -> profiles.party(record);
                case RELATION -> profiles.relation(record);
                case ENTRY -> profiles.entry(record);
                default -> references.value(record);
            }
        }

        @Override
        public Reading.Read finish() throws UnreadableFile {
            for (Listing listing : profiles.listings()) {
                listings.add(listing);
            }
            return listings.read(publishedAt);
        }
    }
}
