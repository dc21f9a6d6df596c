package org.fairlead.lists.un;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Set;
import org.fairlead.lists.Dates;
import org.fairlead.lists.ListFormat;
import org.fairlead.lists.Listing;
import org.fairlead.lists.Listings;
import org.fairlead.lists.Reading;
import org.fairlead.lists.UnreadableFile;
import org.fairlead.lists.xml.Element;
import org.fairlead.lists.xml.XmlFormat;
import org.fairlead.lists.xml.XmlRecords;
import org.jspecify.annotations.Nullable;

/// The UN Security Council's `consolidated.xml`: `CONSOLIDATED_LIST` with `INDIVIDUALS/INDIVIDUAL`
/// and `ENTITIES/ENTITY`.
public final class UnConsolidatedXml implements ListFormat {

    private static final String ROOT = "CONSOLIDATED_LIST";
    private static final String INDIVIDUAL = ROOT + "/INDIVIDUALS/INDIVIDUAL";
    private static final Set<String> CONTAINERS = Set.of(ROOT + "/INDIVIDUALS", ROOT + "/ENTITIES");
    private static final Set<String> RECORDS = Set.of(INDIVIDUAL, ROOT + "/ENTITIES/ENTITY");

    @Override
    public Reading read(InputStream file) throws IOException {
        return XmlRecords.read(file, new State());
    }

    private static final class State implements XmlFormat {

        private final Listings listings = new Listings();
        private @Nullable Instant publishedAt;

        @Override
        public void enter(Element element) throws UnreadableFile {
            if (!element.path().contains("/")) {
                root(element);
            } else if (!CONTAINERS.contains(element.path())) {
                throw element.fault("an element this list does not have");
            }
        }

        // The offset was local (-05:00) until 2020, UTC (Z) later.
        private void root(Element root) throws UnreadableFile {
            if (!root.name().equals(ROOT)) {
                throw root.fault("not the UN's consolidated list: its first element is " + ROOT);
            }
            String generated = root.requiredAttribute("dateGenerated");
            publishedAt =
                    Dates.instant(generated)
                            .orElseThrow(() ->
                                    root.fault(
                                            "dateGenerated is no time: "
                                                    + UnreadableFile.shortened(generated)));
        }

        @Override
        public boolean isRecord(String path) {
            return RECORDS.contains(path);
        }

        @Override
        public void record(Element record) throws UnreadableFile {
            String type = record.path().equals(INDIVIDUAL) ? Listing.INDIVIDUAL : Listing.ENTITY;
            listings.add(UnEntry.of(type, record).listing());
        }

        @Override
        public Reading.Read finish() throws UnreadableFile {
            return listings.read(publishedAt);
        }
    }
}
