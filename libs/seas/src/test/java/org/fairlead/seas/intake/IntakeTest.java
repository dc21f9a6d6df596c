package org.fairlead.seas.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fairlead.seas.country.Waters;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.port.Port;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {

    private static final Path DATA = Path.of("../../../shared/data/geo");

    @Nested
    class TheWorldPortIndex {

        private static final String HEAD =
                "\uFEFFOID_,World Port Index Number,Main Port Name,Alternate Port Name,UN/LOCODE,Latitude,Longitude\n";

        @Test
        void isReadAsItComes() throws IOException {
            var file = DATA.resolve("world_port_index_2025-10.csv");
            assumeThat(file).as("real inputs are not here: skipped").exists();

            try (var text = Files.newBufferedReader(file)) {
                var read = WorldPortIndex.read(text);

                assertThat(read.rows()).isEqualTo(3_805);
                assertThat(read.ports().size() + read.faults().size()).isEqualTo(3_805);
                assertThat(read.faults()).hasSizeLessThan(40);
                assertThat(read.ports())
                        .filteredOn(port -> port.id().equals("wpi-60510"))
                        .singleElement()
                        .returns("Najin", Port::name)
                        .returns("KPRJN", Port::unlocode);
            }
        }

        @Test
        void takesCodesWithAndWithoutABlankAndFractionsAsNumbers() throws IOException {
            var read = read("0,60510.0,Najin,Rashin; Rason,KP RJN,42.233333,130.3\n");

            assertThat(read.ports())
                    .singleElement()
                    .satisfies(port -> {
                        assertThat(port.id()).isEqualTo("wpi-60510");
                        assertThat(port.unlocode()).isEqualTo("KPRJN");
                        assertThat(port.aliases()).containsExactly("Rashin", "Rason");
                    });
        }

        @Test
        void setsBadRowsAsideByLineAndFieldAndKeepsTheOthers() throws IOException {
            var read =
                    read(
                            "0,1.0,One,,,10,20\n0,2.0,Two,,,91,20\n0,x,Three,,,1,2\n"
                                    + "0,4.0,,,,1,2\n0,5.0,Five,,K,1,2\n0,6.0,Six,,,1,NaN\n0,1.0,Again,,,1,2\n");

            assertThat(read.ports()).extracting(Port::name).containsExactly("One");
            assertThat(read.faults())
                    .extracting(fault -> fault.line() + " " + fault.field())
                    .containsExactly(
                            "3 Latitude",
                            "4 World Port Index Number",
                            "5 Main Port Name",
                            "6 UN/LOCODE",
                            "7 Longitude",
                            "8 World Port Index Number");
        }

        @Test
        void isNotAnyOtherTable() {
            assertThatThrownBy(() -> WorldPortIndex.read(new StringReader("a,b\n1,2\n")))
                    .hasMessageContaining("World Port Index Number");
        }

        private static Intake read(String rows) throws IOException {
            return WorldPortIndex.read(new StringReader(HEAD + rows));
        }
    }

    @Nested
    class TheLocationCodes {

        @Test
        void areReadInLatin1() throws IOException {
            var file = DATA.resolve("unlocode_2024-2_part2.csv");
            assumeThat(file).as("real inputs are not here: skipped").exists();

            try (var text = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
                var read = UnLocode.read(text);

                assertThat(read.ports()).hasSizeGreaterThan(3_000);
                assertThat(read.faults()).hasSizeLessThan(20);
                assertThat(read.ports())
                        .filteredOn(port -> "KPRJN".equals(port.unlocode()))
                        .hasSizeLessThan(2);
                assertThat(read.ports())
                        .extracting(Port::name)
                        .noneMatch(name -> name.contains("\uFFFD"));
            }
        }

        @Test
        void areThoseOfPortsWithAPosition() throws IOException {
            var read =
                    UnLocode.read(
                            new StringReader(
                                    """
                                    ,"GA",,".GABON",,,,,,,,
                                    ,"GA","AKE","Akieni","Akieni",,"---4----","AI","9601",,,
                                    ,"GA","LBV","Libreville","Libreville",,"1-345---","AI","9601",,"0023N 00926E",
                                    ,"GA","OWE","Owendo","Owendo",,"1-------","AI","9601",,"0099N 00930E",
                                    ,"GA","POG","Port-Gentil","Port-Gentil",,"1--4----","AI","9601",,"somewhere",
                                    """));

            assertThat(read.rows()).isEqualTo(5);
            assertThat(read.without()).isEqualTo(2);
            assertThat(read.ports()).extracting(Port::unlocode).containsExactly("GALBV");
            assertThat(read.faults())
                    .extracting(fault -> fault.line() + " " + fault.field())
                    .containsExactly("4 Coordinates", "5 Coordinates");
        }
    }

    @Nested
    class Zones {

        @Test
        void nameEveryClaimantWhereClaimsOverlap() throws IOException {
            var file = DATA.resolve("eez_east_asia_marineregions_v12.geojson");
            assumeThat(file).as("real inputs are not here: skipped").exists();

            try (var text = Files.newBufferedReader(file)) {
                var read = EezFile.read(text);

                assertThat(read.rows()).isEqualTo(35);
                assertThat(read.faults()).isEmpty();
                assertThat(read.zones()).anyMatch(zone -> zone.claimants().size() > 1);
                assertThat(new Waters(read.zones()).at(new Place(40.0, 136.0)).names())
                        .isNotEmpty();
            }
        }

        @Test
        void withoutAClaimantOrAnOutlineAreSetAside() throws IOException {
            var read =
                    EezFile.read(
                            new StringReader(
                                    """
                                    {"type": "FeatureCollection", "features": [
                                      {"properties": {"sovereign1": "A", "geoname": "A zone"},
                                       "geometry": {"type": "Polygon", "coordinates": [[[0,0],[1,0],[1,1],[0,0]]]}},
                                      {"properties": {}, "geometry": {"type": "Polygon", "coordinates": []}},
                                      {"properties": {"sovereign1": "B"}, "geometry": {"type": "Point"}},
                                      {"properties": {"sovereign1": "C"},
                                       "geometry": {"type": "Polygon", "coordinates": [[[0,0],[999,0],[1,1],[0,0]]]}}
                                    ]}
                                    """));

            assertThat(read.zones()).extracting(zone -> zone.name()).containsExactly("A zone");
            assertThat(read.faults())
                    .extracting(fault -> fault.line() + " " + fault.field())
                    .containsExactly("2 sovereign1", "3 geometry", "4 geometry");
        }
    }

    @Nested
    class WhatWasKept {

        @TempDir private Path directory;

        @Test
        void isThereAgain() throws IOException {
            var imported = new Imported(directory.resolve("seas"));
            var read =
                    WorldPortIndex.read(
                            new StringReader(
                                    TheWorldPortIndex.HEAD + "0,7.0,Testhaven,Old Town,,10,20\n"));

            assertThat(imported.ports().called("Testhaven")).isEmpty();
            imported.keepPorts("wpi", read.ports());
            imported.keepPorts("wpi", read.ports());

            assertThat(imported.ports().called("old town"))
                    .singleElement()
                    .returns("wpi-7", Port::id)
                    .returns(5.0, Port::radiusNauticalMiles);
        }
    }
}
