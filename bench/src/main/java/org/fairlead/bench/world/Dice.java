package org.fairlead.bench.world;

/// SplitMix64 (Steele, Lea, Flood 2014): eight bytes of state, so that every ship and receiver has
/// its own and none depends on the order in which others are asked.
final class Dice {

    private long state;

    Dice(long seed) {
        state = seed;
    }

    static Dice of(long seed, long salt, long index) {
        return new Dice(mix(seed + mix(salt + mix(index))));
    }

    static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long next() {
        long value = mix(state);
        state += 0x9E3779B97F4A7C15L;
        return value;
    }

    /// 0 inclusive to 1 exclusive.
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    double between(double low, double high) {
        return low + unit() * (high - low);
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    int below(int bound) {
        return (int) ((next() >>> 33) * (long) bound >>> 31);
    }

    long hours(double low, double high) {
        return (long) (between(low, high) * 3_600_000);
    }
}
