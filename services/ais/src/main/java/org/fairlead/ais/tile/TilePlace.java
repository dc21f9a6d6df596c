package org.fairlead.ais.tile;

import java.util.Optional;

/// A square of the web map (spherical Mercator): `2^zoom` by `2^zoom` squares, 0/0 in the
/// north-west.
record TilePlace(int zoom, int x, int y) {

    static final int DEEPEST = 20;

    static Optional<TilePlace> of(int zoom, int x, int y) {
        boolean isOne =
                zoom >= 0 && zoom <= DEEPEST && x >= 0 && y >= 0 && x < 1 << zoom && y < 1 << zoom;
        return isOne ? Optional.of(new TilePlace(zoom, x, y)) : Optional.empty();
    }

    double westDegrees() {
        return x * 360.0 / (1 << zoom) - 180;
    }

    double eastDegrees() {
        return (x + 1) * 360.0 / (1 << zoom) - 180;
    }

    double northDegrees() {
        return latitude(y);
    }

    double southDegrees() {
        return latitude(y + 1);
    }

    private double latitude(int row) {
        double turn = Math.PI * (1 - 2.0 * row / (1 << zoom));
        return Math.toDegrees(Math.atan(Math.sinh(turn)));
    }

    /// From the western edge, in units of the tile.
    int xOf(double longitudeDegrees) {
        return (int)
                Math.floor(((longitudeDegrees + 180) / 360 * (1 << zoom) - x) * VectorTile.EXTENT);
    }

    int yOf(double latitudeDegrees) {
        double bounded = Math.clamp(latitudeDegrees, -85.0511, 85.0511);
        double sine = Math.sin(Math.toRadians(bounded));
        double share = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
        return (int) Math.floor((share * (1 << zoom) - y) * VectorTile.EXTENT);
    }
}
