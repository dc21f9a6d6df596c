package org.fairlead.nmea.message;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a binary message (6 or 8) carries, by its designated area code and function identifier.
///
/// Every known application is taken apart; those an investigation asks for have a record of their
/// own, the others are [Known] by name.
public sealed interface Application {

    /// Designated area code: 1 for all the world, else mostly a country's maritime digits.
    int areaCode();

    int functionIdentifier();

    /// Weather and water at a place: 1/11 and 1/31.
    ///
    /// @param values named with their units, such as `windSpeedKnots`; what was "not available" is
    ///   missing
    record Weather(
            int areaCode,
            int functionIdentifier,
            @Nullable Double latitudeDegrees,
            @Nullable Double longitudeDegrees,
            @Nullable String observedAt,
            Map<String, Object> values)
            implements Application {

        public Weather {
            values = Map.copyOf(values);
        }
    }

    /// A notice about areas: 1/22 and 1/23.
    ///
    /// @param noticeType 0 to 127, table 11.11 of SN.1/Circ.289
    /// @param startsAt `03-15T08:00Z`, without a year
    /// @param areas named values, by `shape`
    record AreaNotice(
            int areaCode,
            int functionIdentifier,
            int noticeType,
            @Nullable String startsAt,
            @Nullable Integer durationMinutes,
            List<Map<String, Object>> areas)
            implements Application {

        public AreaNotice {
            areas = List.copyOf(areas);
        }
    }

    /// How many are on board: 1/16, 1/40 and 200/55.
    record PersonsOnBoard(int areaCode, int functionIdentifier, int persons)
            implements Application {}

    /// A ship of inland waterways: 200/10.
    ///
    /// @param europeanVesselId eight characters
    /// @param eriShipType ERI code, four digits from 8000
    record InlandShip(
            int areaCode,
            int functionIdentifier,
            @Nullable String europeanVesselId,
            @Nullable Double lengthMetres,
            @Nullable Double beamMetres,
            @Nullable Double draughtMetres,
            @Nullable Integer eriShipType,
            @Nullable Integer blueCones,
            @Nullable Integer loading)
            implements Application {}

    /// Another known application.
    ///
    /// @param values named with their units; a list's value is a list of such maps
    record Known(int areaCode, int functionIdentifier, String title, Map<String, Object> values)
            implements Application {

        public Known {
            values = Map.copyOf(values);
        }
    }

    /// An application nobody told us about, or one of another length than it should have.
    record Opaque(int areaCode, int functionIdentifier, int bits, String hexadecimal)
            implements Application {}
}
