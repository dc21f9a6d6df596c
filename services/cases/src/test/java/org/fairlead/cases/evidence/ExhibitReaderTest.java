package org.fairlead.cases.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExhibitReaderTest {

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }

    @ParameterizedTest
    @EnumSource(value = EvidenceKind.class, mode = EnumSource.Mode.EXCLUDE, names = "FILE")
    void anEmptyRecordHasATitleAndNothingElse(EvidenceKind kind) throws JsonProcessingException {
        for (String empty : new String[] {"{}", "[]", "{\"items\": []}"}) {
            var exhibit = ExhibitReader.read(kind, json(empty));

            assertThat(exhibit.title()).isNotBlank();
            assertThat(exhibit.synthetic()).isFalse();
            assertThat(exhibit.geometry()).isNull();
            assertThat(exhibit.occurredFrom()).isNull();
        }
    }

    @Test
    void aTrackIsSyntheticWhenOnePieceOfItIs() throws JsonProcessingException {
        var track =
                json(
                        """
                        {"type": "FeatureCollection", "features": [
                          {"properties": {"mmsi": "273000001", "synthetic": false,
                             "from": "2024-01-01T00:00:00Z", "to": "2024-01-02T00:00:00Z"},
                           "geometry": {"type": "LineString", "coordinates": [[130, 42], [131, 42]]}},
                          {"properties": {"mmsi": "273000001", "synthetic": true,
                             "from": "2024-01-03T00:00:00Z", "to": "2024-01-04T00:00:00Z"},
                           "geometry": {"type": "LineString", "coordinates": [[125, 38], [124, 37]]}}]}
                        """);

        var exhibit = ExhibitReader.read(EvidenceKind.TRACK, track);

        assertThat(exhibit.title()).isEqualTo("Track of MMSI 273000001");
        assertThat(exhibit.synthetic()).isTrue();
        assertThat(exhibit.occurredFrom()).isEqualTo(Instant.parse("2024-01-01T00:00:00Z"));
        assertThat(exhibit.occurredTo()).isEqualTo(Instant.parse("2024-01-04T00:00:00Z"));
        assertThat(exhibit.geometry())
                .isEqualTo(
                        json(
                                "{\"type\": \"MultiLineString\", \"coordinates\": [[[130, 42], [131, 42]],"
                                        + " [[125, 38], [124, 37]]]}"));
    }

    @Test
    void aMatchNamesItsListAsSource() throws JsonProcessingException {
        var exhibit =
                ExhibitReader.read(
                        EvidenceKind.MATCH,
                        json(
                                """
                                {"vessel": {"mmsi": "273000001", "name": "ANGARA"}, "synthetic": false,
                                 "listing": {"name": "ANGARA", "authority": "OFAC"},
                                 "listedSince": "2022-05-08"}
                                """));

        assertThat(exhibit)
                .returns("Match of ANGARA with ANGARA", Exhibit::title)
                .returns("OFAC", Exhibit::source)
                .returns(Instant.parse("2022-05-08T00:00:00Z"), Exhibit::occurredFrom);
    }

    @Test
    void aVerdictStandsWhereAndWhenTheShipWasSeen() throws JsonProcessingException {
        String silence =
                "\"silence\": {\"start\": {\"at\": \"2024-01-03T06:00:00Z\"}, \"end\": {\"at\":"
                        + " \"2024-02-05T19:20:00Z\"}}";
        String sighting =
                "\"sighting\": {\"from\": \"2024-01-14T03:00:00Z\", \"latitudeDegrees\": 42.2,"
                        + " \"longitudeDegrees\": 130.3, \"source\": \"a provider\"}";

        var seen =
                ExhibitReader.read(
                        EvidenceKind.VERDICT,
                        json("{\"outcome\": \"consistent\", " + silence + ", " + sighting + "}"));
        var unseen = ExhibitReader.read(EvidenceKind.VERDICT, json("{" + silence + "}"));

        assertThat(seen)
                .returns("Verdict on a vessel: consistent", Exhibit::title)
                .returns("a provider", Exhibit::source)
                .returns(Instant.parse("2024-01-14T03:00:00Z"), Exhibit::occurredFrom)
                .returns(
                        json("{\"type\": \"Point\", \"coordinates\": [130.3, 42.2]}"),
                        Exhibit::geometry);
        assertThat(unseen)
                .returns(Instant.parse("2024-01-03T06:00:00Z"), Exhibit::occurredFrom)
                .returns(Instant.parse("2024-02-05T19:20:00Z"), Exhibit::occurredTo);
    }

    @Test
    void listingsAsOfADayStandOnThatDay() throws JsonProcessingException {
        var exhibit =
                ExhibitReader.read(
                        EvidenceKind.LISTING,
                        json(
                                """
                                {"imo": "9179842", "asOf": "2024-02-09", "answers": [
                                  {"list": "ofac-sdn", "authority": "OFAC", "status": "listed"}]}
                                """));

        assertThat(exhibit)
                .returns("Listings of IMO 9179842", Exhibit::title)
                .returns(Instant.parse("2024-02-09T00:00:00Z"), Exhibit::occurredFrom);
    }
}
