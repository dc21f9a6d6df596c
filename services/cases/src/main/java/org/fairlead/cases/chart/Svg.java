package org.fairlead.cases.chart;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/// A map as SVG.
public final class Svg {

    private Svg() {}

    /// @param title what a reader who does not see it is told, escaped already
    public static String of(Chart chart, String title) {
        var svg = new StringBuilder();
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\"><title>%s</title>"
                        .formatted(Chart.WIDTH, Chart.HEIGHT, Chart.WIDTH, Chart.HEIGHT, title));
        for (Drawn drawn : chart.drawn()) {
            svg.append("<path d=\"").append(data(drawn.path())).append('"');
            svg.append(" fill=\"")
                    .append(drawn.fill().isEmpty() ? "none" : drawn.fill())
                    .append('"');
            if (drawn.path().getWindingRule() == Path2D.WIND_EVEN_ODD) {
                svg.append(" fill-rule=\"evenodd\"");
            }
            if (!drawn.stroke().isEmpty()) {
                svg.append(" stroke=\"").append(drawn.stroke()).append('"');
                svg.append(" stroke-width=\"").append(number(drawn.strokeWidth())).append('"');
            }
            if (drawn.isDashed()) {
                svg.append(" stroke-dasharray=\"5 4\"");
            }
            svg.append("/>");
        }
        return svg.append("</svg>").toString();
    }

    private static String data(Path2D path) {
        var data = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator parts = path.getPathIterator(null); !parts.isDone(); parts.next()) {
            switch (parts.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> append(data, 'M', at, 2);
                case PathIterator.SEG_LINETO -> append(data, 'L', at, 2);
                case PathIterator.SEG_QUADTO -> append(data, 'Q', at, 4);
                case PathIterator.SEG_CUBICTO -> append(data, 'C', at, 6);
                default -> data.append('Z');
            }
        }
        return data.toString();
    }

    private static void append(StringBuilder data, char command, double[] at, int count) {
        data.append(command);
        for (int i = 0; i < count; i++) {
            data.append(i == 0 ? "" : " ").append(number(at[i]));
        }
    }

    /// To a tenth of a pixel.
    private static String number(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }
}
