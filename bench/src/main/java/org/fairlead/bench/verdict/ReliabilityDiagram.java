package org.fairlead.bench.verdict;

import java.util.List;
import java.util.Locale;

/// Reliability diagrams side by side, as one SVG.
final class ReliabilityDiagram {

    private static final int SIDE = 300;
    private static final int MARGIN = 55;

    private ReliabilityDiagram() {}

    /// One of them.
    ///
    /// @param least where logarithmic axes begin; 0 for even ones
    record Panel(String title, Reliability values, double least) {}

    static String svg(List<Panel> panels) {
        int width = panels.size() * (SIDE + MARGIN) + 20;
        int height = SIDE + 2 * MARGIN;
        var text = new StringBuilder();
        text.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\" aria-label=\"Reliability diagrams\">%n"
                        .formatted(width, height, width, height));
        text.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        for (int panel = 0; panel < panels.size(); panel++) {
            panel(text, panels.get(panel), MARGIN + panel * (SIDE + MARGIN));
        }
        return text.append("</svg>\n").toString();
    }

    private static void panel(StringBuilder text, Panel panel, int left) {
        int top = MARGIN;
        text.append(
                "<text x=\"%d\" y=\"%d\" font-weight=\"bold\">%s</text>%n"
                        .formatted(left, top - 20, panel.title()));
        text.append(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#888\"/>%n"
                        .formatted(left, top, SIDE, SIDE));
        text.append(
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#888\" stroke-dasharray=\"4 4\"/>%n"
                        .formatted(left, top + SIDE, left + SIDE, top));
        ticks(text, panel, left, top);
        points(text, panel, left, top);
        text.append(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">said</text>%n"
                        .formatted(left + SIDE / 2, top + SIDE + 36));
        text.append(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" transform=\"rotate(-90 %d %d)\">was so</text>%n"
                        .formatted(left - 36, top + SIDE / 2, left - 36, top + SIDE / 2));
    }

    private static void ticks(StringBuilder text, Panel panel, int left, int top) {
        double[] ticks =
                panel.least() == 0
                        ? new double[] {0, 0.25, 0.5, 0.75, 1}
                        : new double[] {1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1};
        for (double tick : ticks) {
            if (tick >= panel.least()) {
                double at = SIDE * place(panel, tick);
                String label =
                        panel.least() == 0
                                ? String.format(Locale.ROOT, "%.2f", tick)
                                : String.format(Locale.ROOT, "%.0e", tick).replace("e-0", "e-");
                text.append(
                        String.format(
                                Locale.ROOT,
                                "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#555\">%s</text>%n",
                                left + at,
                                top + SIDE + 16,
                                label));
                text.append(
                        String.format(
                                Locale.ROOT,
                                "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"#555\">%s</text>%n",
                                left - 4,
                                top + SIDE - at + 4,
                                label));
            }
        }
    }

    private static void points(StringBuilder text, Panel panel, int left, int top) {
        var values = panel.values();
        var line = new StringBuilder();
        for (int bin = 0; bin < values.bins(); bin++) {
            if (values.count(bin) == 0) {
                continue;
            }
            double x = left + SIDE * place(panel, values.predicted(bin));
            double y = top + SIDE - SIDE * place(panel, values.observed(bin));
            line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
            text.append(
                    String.format(
                            Locale.ROOT,
                            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"#1f5f99\"><title>%,d cases</title></circle>%n",
                            x,
                            y,
                            2 + Math.log10(values.count(bin)),
                            values.count(bin)));
        }
        text.append(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"#1f5f99\"/>%n"
                        .formatted(line.toString().strip()));
    }

    /// 0 to 1 along an axis.
    private static double place(Panel panel, double value) {
        if (panel.least() == 0) {
            return value;
        }
        double least = Math.log10(panel.least());
        return Math.clamp((Math.log10(Math.max(value, panel.least())) - least) / -least, 0, 1);
    }
}
