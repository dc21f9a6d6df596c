package org.fairlead.sanctions.list;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fairlead.lists.file.FileFormat;

/// The lists that are kept, and the formats each comes in. Their rows in `list_source` come with
/// the migrations.
public enum ListSource {
    OFAC_SDN(
            "ofac-sdn",
            "United States, OFAC",
            FileFormat.OFAC_CSV,
            FileFormat.OFAC_CSV_SET,
            FileFormat.OFAC_XML,
            FileFormat.OFAC_ADVANCED_XML,
            FileFormat.OFAC_ENHANCED_XML),
    OFAC_CONS(
            "ofac-cons",
            "United States, OFAC",
            FileFormat.OFAC_XML,
            FileFormat.OFAC_CSV,
            FileFormat.OFAC_CSV_SET,
            FileFormat.OFAC_ADVANCED_XML,
            FileFormat.OFAC_ENHANCED_XML),
    UN_SC("un-sc", "United Nations, Security Council", FileFormat.UN_XML),
    UN_1718("un-1718", "United Nations, Security Council", FileFormat.VESSEL_CSV),
    EU_FSF("eu-fsf", "European Union", FileFormat.EU_XML, FileFormat.EU_CSV),
    EU_ANNEX_XLII("eu-833-annex-xlii", "European Union", FileFormat.VESSEL_CSV),
    UK_SL("uk-sl", "United Kingdom", FileFormat.UK_XML, FileFormat.UK_CSV, FileFormat.UK_ODS),
    UK_OFSI("uk-ofsi", "United Kingdom, OFSI", FileFormat.OFSI_CSV),
    CA_SEMA("ca-sema", "Canada", FileFormat.SEMA_XML),
    OPENSANCTIONS("opensanctions", "OpenSanctions", FileFormat.FTM_JSON, FileFormat.FTM_DELTA);

    private final String id;
    private final String authority;
    private final List<FileFormat> formats;

    ListSource(String id, String authority, FileFormat... formats) {
        this.id = id;
        this.authority = authority;
        this.formats = List.of(formats);
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

    /// The usual one first: a file that is not recognised is read as that, to say what is wrong.
    List<FileFormat> formats() {
        return formats;
    }
}
