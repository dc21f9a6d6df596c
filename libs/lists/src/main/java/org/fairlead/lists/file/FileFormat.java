package org.fairlead.lists.file;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.fairlead.lists.ListFormat;
import org.fairlead.lists.canada.SemaXml;
import org.fairlead.lists.eu.EuFsfCsv;
import org.fairlead.lists.eu.EuFsfXml;
import org.fairlead.lists.ofac.OfacAdvancedXml;
import org.fairlead.lists.ofac.OfacCsvSet;
import org.fairlead.lists.ofac.OfacEnhancedXml;
import org.fairlead.lists.ofac.OfacSdnCsv;
import org.fairlead.lists.ofac.OfacXml;
import org.fairlead.lists.opensanctions.FtmJson;
import org.fairlead.lists.uk.OfsiCsv;
import org.fairlead.lists.uk.UkSanctionsListTable;
import org.fairlead.lists.uk.UkSanctionsListXml;
import org.fairlead.lists.un.UnConsolidatedXml;
import org.fairlead.lists.vessels.VesselTableCsv;
import org.jspecify.annotations.Nullable;

/// The formats that are understood, told apart by their content.
public enum FileFormat {
    OFAC_CSV("OFAC sdn.csv", "text/csv", OfacSdnCsv::new),
    OFAC_CSV_SET("OFAC sdn.csv with alt, add and comments", "application/zip", OfacCsvSet::new),
    OFAC_XML("OFAC SDN.XML or CONSOLIDATED.XML", "application/xml", OfacXml::new),
    OFAC_ADVANCED_XML("OFAC SDN_ADVANCED.XML", "application/xml", OfacAdvancedXml::new),
    OFAC_ENHANCED_XML("OFAC SDN_ENHANCED.XML", "application/xml", OfacEnhancedXml::new),
    UN_XML("UN consolidated.xml", "application/xml", UnConsolidatedXml::new),
    EU_XML("EU financial sanctions XML 1.1", "application/xml", EuFsfXml::new),
    EU_CSV("EU financial sanctions CSV 1.1", "text/csv", EuFsfCsv::new),
    UK_XML("UK Sanctions List XML", "application/xml", UkSanctionsListXml::new),
    UK_CSV("UK Sanctions List CSV", "text/csv", UkSanctionsListTable::csv),
    UK_ODS(
            "UK Sanctions List ODS",
            "application/vnd.oasis.opendocument.spreadsheet",
            UkSanctionsListTable::ods),
    OFSI_CSV("OFSI ConList.csv", "text/csv", OfsiCsv::new),
    SEMA_XML("Canada SEMA XML", "application/xml", SemaXml::new),
    FTM_JSON("OpenSanctions entities.ftm.json", "application/x-ndjson", FtmJson::new),
    FTM_DELTA("OpenSanctions entities.delta.json", "application/x-ndjson", FtmJson::new),
    VESSEL_CSV("Fairlead's table of ships", "text/csv", VesselTableCsv::new);

    private final String title;
    private final String mediaType;
    private final Supplier<ListFormat> reader;

    FileFormat(String title, String mediaType, Supplier<ListFormat> reader) {
        this.title = title;
        this.mediaType = mediaType;
        this.reader = reader;
    }

    /// As the API writes it: `ofac-enhanced-xml`.
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<FileFormat> ofSlug(@Nullable String slug) {
        return Arrays.stream(values()).filter(format -> format.slug().equals(slug)).findFirst();
    }

    /// What a person calls it.
    public String title() {
        return title;
    }

    public String mediaType() {
        return mediaType;
    }

    public ListFormat reader() {
        return reader.get();
    }
}
