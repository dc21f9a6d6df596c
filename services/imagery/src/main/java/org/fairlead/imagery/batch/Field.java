package org.fairlead.imagery.batch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a column can stand for, with the headers providers use for it: Global Fishing Watch,
/// Skylight and Sentinel-1 detectors, KSAT, and this API's own names.
///
/// Headers are compared in small letters without anything but letters and digits.
enum Field {
    AT("at", "time", "timestamp", "datetime", "detecttimestamp", "acquiredat", "observedat"),
    FROM("from", "start", "starttime", "productstarttime", "scenestart"),
    TO("to", "end", "endtime", "productstoptime", "sceneend"),
    LATITUDE("latitude", "latitudedegrees", "lat", "detectlat", "y"),
    LONGITUDE("longitude", "longitudedegrees", "lon", "lng", "long", "detectlon", "x"),
    POSITION_ERROR("positionError", "positionerrormetres", "positionerrorm"),
    LENGTH(
            "length",
            "lengthmetres",
            "lengthm",
            "vessellengthm",
            "estimatedlengthm",
            "estimatedlength"),
    LENGTH_ERROR("lengthError", "lengtherrormetres", "lengtherrorm"),
    HEADING("heading", "headingdegrees", "headingdeg"),
    LABEL("label", "detectid", "detectionid"),
    NOTE("note", "remark", "comment"),
    BEAM("beam", "beammetres", "beamm", "width", "widthm", "vesselwidthm", "estimatedwidthm"),
    BEAM_ERROR("beamError", "beamerrormetres", "beamerrorm"),
    HEADING_ERROR("headingError", "headingerrordegrees", "headingerrordeg"),
    HEADING_AMBIGUOUS("headingAmbiguous", "isheadingambiguous"),
    CONFIDENCE("confidence", "score", "presencescore"),
    /// 0 to 100, as KSAT writes it.
    CONFIDENCE_PERCENT("confidencePercent", "probability"),
    MOTION("motion"),
    WAKE("wake", "haswake"),
    COLOUR("colour", "color", "colournote"),
    OBSERVER("observer", "analyst"),
    SECOND_READER("secondReader"),
    AZIMUTH_SHIFT_ERROR("azimuthShiftError", "azimuthshifterrormetres"),
    GROUND_RESOLUTION("groundResolution", "groundresolutionmetres", "gsd", "resolutionm"),
    SCENE("scene", "sceneid", "productid", "frameid"),
    LICENCE("licence", "license");

    private final String slug;
    private final List<String> headers;

    Field(String slug, String... headers) {
        this.slug = slug;
        this.headers =
                Stream.concat(Stream.of(plain(slug)), Stream.of(headers)).distinct().toList();
    }

    /// Its name in the query: `map.latitude`.
    String slug() {
        return slug;
    }

    boolean isCalled(String header) {
        return headers.contains(plain(header));
    }

    static Optional<Field> ofSlug(String slug) {
        return Stream.of(values()).filter(field -> field.slug.equals(slug)).findFirst();
    }

    private static String plain(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
