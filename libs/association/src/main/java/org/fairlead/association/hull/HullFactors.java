package org.fairlead.association.hull;

/// How many times likelier this look is of the one ship than of any ship. 1 says nothing.
public record HullFactors(double length, double beam, double heading, double layout) {

    public static final HullFactors NOTHING = new HullFactors(1, 1, 1, 1);

    public double product() {
        return length * beam * heading * layout;
    }
}
