package org.fairlead.cases.chart;

import java.awt.geom.Path2D;

/// One painted outline of a map, in its own pixels. Text is outlines too, so that a map looks the
/// same wherever it is shown and asks for no font.
///
/// @param fill and stroke as `#rrggbb`; empty for none
/// @param strokeWidth in pixels
public record Drawn(Path2D path, String fill, String stroke, float strokeWidth, boolean isDashed) {

    static Drawn filled(Path2D path, String fill) {
        return new Drawn(path, fill, "", 0, false);
    }

    static Drawn lined(Path2D path, String stroke, float width) {
        return new Drawn(path, "", stroke, width, false);
    }

    static Drawn dashed(Path2D path, String stroke, float width) {
        return new Drawn(path, "", stroke, width, true);
    }
}
