package org.fairlead.nmea.message;

/// A position in WGS 84 as transmitted, north and east positive, in steps of 1/10,000 minute (1/10
/// minute in message 27). "Not available" (91°, 181°) and anything off the globe is absent as a
/// whole.
///
/// @param isAccurate the transmitter claims 10 m or better
public record Position(double latitudeDegrees, double longitudeDegrees, boolean isAccurate) {

    public Position {
        if (!(latitudeDegrees >= -90 && latitudeDegrees <= 90)) {
            throw new IllegalArgumentException("latitude outside -90 to 90: " + latitudeDegrees);
        }
        if (!(longitudeDegrees >= -180 && longitudeDegrees <= 180)) {
            throw new IllegalArgumentException(
                    "longitude outside -180 to 180: " + longitudeDegrees);
        }
    }
}
