package org.fairlead.nmea.message;

/// Distances from the position reference point to the ship's ends; 511 and 63 stand for that or
/// more.
public record Dimensions(int bowMetres, int sternMetres, int portMetres, int starboardMetres) {

    public int lengthMetres() {
        return bowMetres + sternMetres;
    }

    public int beamMetres() {
        return portMetres + starboardMetres;
    }
}
