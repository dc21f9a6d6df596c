package org.fairlead.ais.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.fairlead.contracts.frame.Fix;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CsvReaderTest {

    private static final String DANISH =
            "# Timestamp,Type of mobile,MMSI,Latitude,Longitude,Navigational status,ROT,SOG,COG,"
                    + "Heading,IMO,Callsign,Name,Ship type,Cargo type,Width,Length,"
                    + "Type of position fixing device,Draught,Destination,ETA,Data source type\n";

    private static final String NOAA =
            "MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,"
                    + "Length,Width,Draft,Cargo,TransceiverClass\n";

    @Nested
    class ADanishFile {

        private final Decoded decoded =
                Decoded.of(
                        DANISH
                                + "08/02/2018 00:00:00,Class A,265177000,57.602225,11.644943,"
                                + "Under way using engine,-5.4,15.7,61.4,63,9074729,SGPH,"
                                + "\"STENA, \"\"D\"\"\",Passenger,,29,184,GPS,6.3,FREDERIKSHAVN,,AIS\n"
                                + "08/02/2018 00:00:01,Class B,219000001,55.5,12.25,"
                                + "Unknown value,,,,,Unknown,,,Undefined,,,,Undefined,,,,AIS\r\n"
                                + "08/02/2018 00:00:02,Base Station,2190068,56,12,"
                                + "Unknown value,,,,,Unknown,,,,,,,,,,,AIS\n"
                                + "31/02/2018 00:00:02,Class A,219000002,56,12\n"
                                + "08/02/2018 00:00:02,Class A,nobody,56,12\n"
                                + "08/02/2018 00:00:03,Class A,219000003,156,12\n");

        @Test
        void givesFixesInAisUnits() {
            assertThat(decoded.fixes())
                    .containsExactly(
                            new Fix(
                                    265177000,
                                    Instant.parse("2018-02-08T00:00:00Z").toEpochMilli(),
                                    34_561_335,
                                    6_986_966,
                                    157,
                                    614,
                                    63,
                                    0,
                                    -11,
                                    1,
                                    0),
                            new Fix(
                                    219000001,
                                    Instant.parse("2018-02-08T00:00:01Z").toEpochMilli(),
                                    33_300_000,
                                    7_350_000,
                                    1023,
                                    3600,
                                    511,
                                    15,
                                    -128,
                                    18,
                                    0));
            assertThat(decoded.summary().counts().notShips()).isEqualTo(1);
        }

        @Test
        void givesWhatShipsAreCalled() {
            assertThat(decoded.claims())
                    .singleElement()
                    .satisfies(claim -> {
                        assertThat(claim.said().name()).isEqualTo("STENA, \"D\"");
                        assertThat(claim.said().imo()).isEqualTo("9074729");
                        assertThat(claim.said().lengthMetres()).isEqualTo(184);
                        assertThat(claim.said().shipTypeCode()).isEqualTo(60);
                    });
        }

        @Test
        void countsRowsThatCannotBeUsedByReason() {
            assertThat(decoded.summary().rejectsByReason())
                    .containsEntry("csv-time", 1L)
                    .containsEntry("mmsi-range", 1L)
                    .containsEntry("csv-position", 1L);
            assertThat(decoded.rejects())
                    .extracting(RejectedLine::line)
                    .containsExactlyInAnyOrder(5L, 6L, 7L);
            var counts = decoded.summary().counts();
            assertThat(counts.lines())
                    .isEqualTo(counts.messages() + counts.rejected() + counts.ignored());
        }
    }

    @Nested
    class AFileOfMarineCadastre {

        @Test
        void isReadInTheOlderSpelling() {
            var decoded =
                    Decoded.of(
                            NOAA
                                    + "367000001,2020-01-01T00:00:05,29.5,-94.25,0.1,-49.6,511,"
                                    + "TUG ONE,IMO9179842,WDA1234,31,0,30,10,3.1,31,A\n"
                                    + "367000002,2020-01-01T00:00:06,29.5,-94.25,,,,,,,,,,,,,B\n");

            assertThat(decoded.fixes())
                    .extracting(Fix::mmsi, Fix::course, Fix::heading, Fix::messageType)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(367000001, 3104, 511, 1),
                            org.assertj.core.groups.Tuple.tuple(367000002, 3600, 511, 18));
            assertThat(decoded.claims().getFirst().said().imo()).isEqualTo("9179842");
        }

        @Test
        void isReadInTheNewerSpelling() {
            var decoded =
                    Decoded.of(
                            "mmsi,base_date_time,longitude,latitude,sog,cog,heading,vessel_name\n"
                                    + "367000001,2025-01-01 00:00:05,-94.25,29.5,12.5,90,91,ONE\n");

            assertThat(decoded.fixes())
                    .singleElement()
                    .returns(17_700_000, Fix::latitude)
                    .returns(-56_550_000, Fix::longitude)
                    .returns(125, Fix::speed);
        }
    }

    @Test
    void severalFilesInOneMayEachNameTheirColumns() {
        String row = "367000001,2020-01-01T00:0%d:00,29.5,-94.25,1,9,9,,,,,,,,,,A\n";

        var decoded = Decoded.of(NOAA + row.formatted(1) + "\n" + NOAA + row.formatted(2));

        assertThat(decoded.fixes()).hasSize(2);
        assertThat(decoded.summary().counts().rejected()).isZero();
    }

    @Test
    void aFileWithoutNeededColumnsSaysWhich() {
        var decoded = Decoded.of("MMSI,LAT\n1,2\n3,4\n");

        assertThat(decoded.rejects())
                .first()
                .satisfies(reject -> {
                    assertThat(reject.reason()).isEqualTo("csv-header");
                    assertThat(reject.detail()).contains("timestamp", "longitude");
                });
        assertThat(decoded.summary().counts().rejected()).isEqualTo(3);
    }

    @Test
    void aRowWithoutEndIsSkipped() {
        var decoded =
                Decoded.of(
                        NOAA
                                + "9".repeat(3_000_000)
                                + "\n367000001,2020-01-01T00:00:05,29.5,-94.25,,,,,,,,,,,,,A\n");

        assertThat(decoded.fixes()).hasSize(1);
        assertThat(decoded.summary().rejectsByReason()).containsEntry("too-long", 1L);
    }
}
