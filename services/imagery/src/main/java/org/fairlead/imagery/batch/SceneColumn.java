package org.fairlead.imagery.batch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a column of a CSV of scenes can stand for, with the headers catalogues use for it: this
/// API's own names, and those of STAC, Copernicus and the file names of providers.
///
/// Headers are compared in small letters without anything but letters and digits.
enum SceneColumn {
    NAME("name", "id", "sceneid", "productid", "title", "scene"),
    SENSOR("sensor", "platform", "constellation", "satellite", "mission", "instrument"),
    PROVIDER("provider"),
    START(
            "acquisitionStart",
            "start",
            "startdatetime",
            "starttime",
            "productstarttime",
            "contentdatestart",
            "datetime",
            "acquired",
            "at"),
    END("acquisitionEnd", "end", "enddatetime", "endtime", "productstoptime", "contentdateend"),
    /// GeoJSON or WKT.
    FOOTPRINT("footprint", "geometry", "geom", "wkt", "geofootprint", "geojson"),
    WEST("west", "minlon", "xmin", "lonmin", "minx"),
    SOUTH("south", "minlat", "ymin", "latmin", "miny"),
    EAST("east", "maxlon", "xmax", "lonmax", "maxx"),
    NORTH("north", "maxlat", "ymax", "latmax", "maxy"),
    GROUND_RESOLUTION("groundResolution", "groundresolutionmetres", "gsd", "resolution"),
    /// 0 to 1.
    CLOUD_COVER("cloudCover"),
    /// 0 to 100.
    CLOUD_COVER_PERCENT("cloudCoverPercent", "eocloudcover", "cloudcoverpercentage", "clouds"),
    RECALL("recallByLength", "recall"),
    LICENCE("licence", "license"),
    SOURCE_URI("sourceUri", "uri", "url", "href"),
    SHA256("sha256", "checksum"),
    NOTE("note", "description", "remark", "comment");

    private final String slug;
    private final List<String> headers;

    SceneColumn(String slug, String... headers) {
        this.slug = slug;
        this.headers =
                Stream.concat(Stream.of(plain(slug)), Stream.of(headers)).distinct().toList();
    }

    /// Its name in the query: `map.footprint`.
    String slug() {
        return slug;
    }

    /// The header by which it is known, the likelier name first.
    Optional<String> among(List<String> present) {
        return headers.stream()
                .flatMap(name -> present.stream().filter(header -> plain(header).equals(name)))
                .findFirst();
    }

    static Optional<SceneColumn> ofSlug(String slug) {
        return Stream.of(values()).filter(column -> column.slug.equals(slug)).findFirst();
    }

    private static String plain(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
