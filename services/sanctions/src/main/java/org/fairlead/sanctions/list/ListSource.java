package org.fairlead.sanctions.list;

import java.util.Arrays;
import java.util.Optional;
import org.fairlead.lists.ListFormat;
import org.fairlead.lists.ofac.OfacSdnCsv;
import org.fairlead.lists.un.UnConsolidatedXml;

/// The lists whose files are understood. Their rows in `list_source` come with the migration.
public enum ListSource {
    OFAC_SDN("ofac-sdn", "United States, OFAC", "text/csv"),
    UN_SC("un-sc", "United Nations, Security Council", "application/xml");

    private final String id;
    private final String authority;
    private final String mediaType;

    ListSource(String id, String authority, String mediaType) {
        this.id = id;
        this.authority = authority;
        this.mediaType = mediaType;
    }

    public static Optional<ListSource> ofId(String id) {
        return Arrays.stream(values()).filter(source -> source.id.equals(id)).findFirst();
    }

    public String id() {
        return id;
    }

    public String authority() {
        return authority;
    }

    String mediaType() {
        return mediaType;
    }

    ListFormat format() {
        return switch (this) {
            case OFAC_SDN -> new OfacSdnCsv();
            case UN_SC -> new UnConsolidatedXml();
        };
    }
}
