package org.fairlead.bench.world;

import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// Everything that changes about one ship. Kept small: a world has hundreds of thousands.
final class Ship {

    private static final Truth.Cause[] CAUSES = Truth.Cause.values();
    private static final Phase[] NO_PLAN = {};
    static final long NEVER = Long.MAX_VALUE;

    final int index;
    final Dice dice;
    final boolean isClassA;
    final double knots;
    final double lane;
    final Phase.Offset berth;

    Phase[] plan = NO_PLAN;
    int at;

    int port;
    int cycle;
    double draughtMetres;
    String destination = "";
    long arrivesAt;
    boolean isLaden;

    long offFrom = NEVER;
    long offTo = NEVER;
    long offTold = NEVER;
    Truth.Cause offCause = Truth.Cause.SWITCHED_OFF;
    long blipFrom = NEVER;
    long blipTo = NEVER;
    long switchesIdentityAt = NEVER;
    long falseFrom = NEVER;
    long falseTo = NEVER;
    Truth.Falsehood falsehood = Truth.Falsehood.CIRCLE;
    @Nullable Place shown;

    int zone = -1;
    long zoneSince;
    long nextStaticAt;
    long nextSatelliteAt;
    int mmsi;
    int mmsiOf;
    long nextTruthAt = NEVER;

    long rangeKnownUntil = Long.MIN_VALUE;
    short[] inRange = {};
    float[] chance = {};

    long steppedAt;
    long heardAt = Long.MIN_VALUE;
    float heardLatitude;
    float heardLongitude;
    private int @Nullable [] silentSeconds;

    Ship(int index, Dice dice, boolean isClassA, double knots, double lane) {
        this.index = index;
        this.dice = dice;
        this.isClassA = isClassA;
        this.knots = knots;
        this.lane = lane;
        berth = new Phase.Offset(dice.between(-0.25, 0.25), dice.between(-0.25, 0.25));
    }

    Phase phase() {
        return plan[at];
    }

    int generation(long millis) {
        return millis >= switchesIdentityAt ? 1 : 0;
    }

    boolean isOff(long millis) {
        return millis >= offFrom && millis < offTo && !(millis >= blipFrom && millis < blipTo);
    }

    boolean isFalse(long millis) {
        return millis >= falseFrom && millis < falseTo;
    }

    void silent(Truth.Cause cause, long millis) {
        if (silentSeconds == null) {
            silentSeconds = new int[CAUSES.length];
        }
        silentSeconds[cause.ordinal()] += (int) ((millis + 500) / 1_000);
    }

    int silentSeconds(Truth.Cause cause) {
        return silentSeconds == null ? 0 : silentSeconds[cause.ordinal()];
    }

    void heard(long millis, Motion motion) {
        heardAt = millis;
        heardLatitude = (float) motion.latitude;
        heardLongitude = (float) motion.longitude;
        silentSeconds = null;
    }

    Place heardPlace() {
        return new Place(heardLatitude, Geometry.turn(heardLongitude));
    }
}
