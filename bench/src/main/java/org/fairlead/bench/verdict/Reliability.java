package org.fairlead.bench.verdict;

import java.util.Locale;

/// How often what was said to be so likely was so: predictions in bins, each with its weight.
final class Reliability {

    private final double[] edges;
    private final double[] weight;
    private final double[] predicted;
    private final double[] observed;
    private final long[] count;

    /// @param edges of the bins, the first 0, the last above 1
    Reliability(double... edges) {
        this.edges = edges.clone();
        int bins = edges.length - 1;
        weight = new double[bins];
        predicted = new double[bins];
        observed = new double[bins];
        count = new long[bins];
    }

    void add(double probability, boolean isSo, double itsWeight) {
        int bin = 0;
        while (bin + 1 < weight.length && probability >= edges[bin + 1]) {
            bin++;
        }
        weight[bin] += itsWeight;
        predicted[bin] += itsWeight * probability;
        observed[bin] += isSo ? itsWeight : 0;
        count[bin]++;
    }

    int bins() {
        return weight.length;
    }

    long count(int bin) {
        return count[bin];
    }

    double predicted(int bin) {
        return predicted[bin] / weight[bin];
    }

    double observed(int bin) {
        return observed[bin] / weight[bin];
    }

    /// Mean distance of what was said from what was so, by weight.
    double error() {
        double sum = 0;
        double all = 0;
        for (int bin = 0; bin < weight.length; bin++) {
            if (count[bin] > 0) {
                sum += Math.abs(predicted[bin] - observed[bin]);
                all += weight[bin];
            }
        }
        return all == 0 ? 0 : sum / all;
    }

    /// What was said of all together, over how often it was so: above 1 too much was promised.
    double promised() {
        return meanPredicted() / meanObserved();
    }

    double meanPredicted() {
        return sum(predicted) / sum(weight);
    }

    double meanObserved() {
        return sum(observed) / sum(weight);
    }

    private static double sum(double[] values) {
        return java.util.Arrays.stream(values).sum();
    }

    String table(String what) {
        var text = new StringBuilder();
        text.append("| ")
                .append(what)
                .append(" | cases | said, mean | was so |\n|---|---|---|---|\n");
        for (int bin = 0; bin < weight.length; bin++) {
            if (count[bin] > 0) {
                text.append(
                        String.format(
                                Locale.ROOT,
                                "| %s to %s | %,d | %s | %s |%n",
                                share(edges[bin]),
                                share(Math.min(1, edges[bin + 1])),
                                count[bin],
                                share(predicted(bin)),
                                share(observed(bin))));
            }
        }
        return text.toString();
    }

    private static String share(double value) {
        return value >= 0.1 || value == 0
                ? String.format(Locale.ROOT, "%.2f", value)
                : String.format(Locale.ROOT, "%.2g", value);
    }
}
