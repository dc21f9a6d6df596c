package org.fairlead.sanctions.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.fairlead.lists.Listing;
import org.fairlead.lists.Reading;
import org.fairlead.lists.file.FileFormat;
import org.junit.jupiter.api.Test;

class FtmExportTest {

    private static final String TABLE =
            """
            imo_number,name,aliases,mmsi,call_sign,flag,former_flags,type,gross_tonnage,year_built,owner,owner_imo,date_of_listing,program,remarks
            9179842,ANGARA,ANGARA STAR,273300000,UBFF,Russia,Malta; Tuvalu,General Cargo,8867,1999,M LEASING LLC,1234567,2024-06-25,Annex XLII,carries containers
            """;

    private static Listing read(FileFormat format, String file) throws IOException {
        var reading =
                format.reader()
                        .read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        return ((Reading.Read) reading).listings().getFirst();
    }

    @Test
    void aShipReadsBackAsTheSameShip() throws IOException {
        var ship = read(FileFormat.VESSEL_CSV, TABLE);

        var export = new FtmExport("eu-833-annex-xlii", "European Union").of(ship);
        var again =
                read(
                        FileFormat.FTM_JSON,
                        export.stream().map(each -> each + "\n").collect(Collectors.joining()));

        assertThat(again.name()).isEqualTo("ANGARA");
        assertThat(again.aliases()).isEqualTo(ship.aliases());
        assertThat(again.vessel().imos()).containsExactly("9179842");
        assertThat(again.vessel().mmsis()).isEqualTo(ship.vessel().mmsis());
        assertThat(again.vessel().flags()).containsExactly("ru");
        assertThat(again.vessel().formerFlags()).containsExactly("mt", "tv");
        assertThat(again.vessel().build().grossTonnage()).isEqualTo("8867");
        assertThat(again.vessel().owner()).isEqualTo("M LEASING LLC");
        assertThat(again.programs()).isEqualTo(ship.programs());
        assertThat(again.listedOn()).isEqualTo(ship.listedOn());
    }

    @Test
    void isTheEntityItsSanctionAndItsOwner() throws IOException {
        var export =
                new FtmExport("eu-833-annex-xlii", "European Union")
                        .of(read(FileFormat.VESSEL_CSV, TABLE));

        assertThat(export)
                .extracting(each -> each.path("schema").asText())
                .containsExactly("Vessel", "Sanction", "LegalEntity", "Ownership");
        assertThat(export)
                .extracting(each -> each.path("target").asBoolean())
                .containsExactly(true, false, false, false);
        assertThat(export.getFirst().path("properties").path("imoNumber").path(0).asText())
                .isEqualTo("IMO9179842");
        assertThat(export.get(1).path("properties").path("authority").path(0).asText())
                .isEqualTo("European Union");
    }
}
