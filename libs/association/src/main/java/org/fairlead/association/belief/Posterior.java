package org.fairlead.association.belief;

/// How likely each candidate is, given that it is one of them or a ship that never transmits. The
/// shares and `never` sum to 1, to the last bit when added in their order.
///
/// @param shares in the order of the weights
/// @param never of a ship that never transmits
public record Posterior(double[] shares, double never) {

    /// By Bayes' rule: each share is its weight over the sum of all.
    ///
    /// @param weights prior times likelihood of each candidate, in ships per square nautical mile
    /// @param neverWeight the same of all ships together that never transmit; above 0, so that
    ///   there is always somebody else it can be
    public static Posterior of(double[] weights, double neverWeight) {
        if (!(neverWeight > 0 && Double.isFinite(neverWeight))) {
            throw new IllegalArgumentException(
                    "weight of a ship that never transmits not above 0: " + neverWeight);
        }
        double all = neverWeight;
        for (double weight : weights) {
            if (!(weight >= 0 && Double.isFinite(weight))) {
                throw new IllegalArgumentException("weight not 0 or more: " + weight);
            }
            all += weight;
        }
        double[] shares = new double[weights.length];
        for (int at = 0; at < shares.length; at++) {
            shares[at] = weights[at] / all;
        }
        return exact(shares);
    }

    /// One less the sum is exact, or rounds to what makes the sum one again; only where rounding
    /// took the sum beyond one does the largest give way by a bit.
    private static Posterior exact(double[] shares) {
        double sum = sum(shares);
        while (sum > 1) {
            int largest = 0;
            for (int at = 1; at < shares.length; at++) {
                largest = shares[at] > shares[largest] ? at : largest;
            }
            shares[largest] = Math.nextDown(shares[largest]);
            sum = sum(shares);
        }
        return new Posterior(shares, 1 - sum);
    }

    private static double sum(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        return sum;
    }
}
