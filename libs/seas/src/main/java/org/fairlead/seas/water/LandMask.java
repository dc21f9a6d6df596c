package org.fairlead.seas.water;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.OptionalDouble;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.shape.Shape;
import org.fairlead.seas.shape.Shapes;

/// Where land is: exact along each of 43,200 rows a quarter of a nautical mile apart, and between
/// rows taken from the nearest one.
///
/// From Natural Earth 1:10m (public domain). Water that it does not draw, such as the Elbe above
/// Brunsbüttel, is land here.
public final class LandMask {

    private static final double TILES_PER_DEGREE = 10;
    private static final int TILE_ROWS = 1800;
    private static final int TILE_COLUMNS = 3600;
    private static final int FARTHEST_TILES = 120;

    /// The side of a tile along a meridian, a little under-stated.
    private static final double TILE_NAUTICAL_MILES = 5.95;

    private static final double ROW_NAUTICAL_MILES = 60.0 / LandRows.ROWS_PER_DEGREE;

    private final Sections.Ints first;
    private final Sections.Floats changes;
    private final Sections.Bytes clearance;

    private LandMask(Sections.Ints first, Sections.Floats changes, Sections.Bytes clearance) {
        this.first = first;
        this.changes = changes;
        this.clearance = clearance;
    }

    /// The land that comes with this module; takes about a second.
    public static LandMask ofSources() {
        return of(Shapes.read(LandMask.class, "land.shapes"));
    }

    static LandMask of(List<Shape> shapes) {
        var rows = LandRows.of(shapes);
        return new LandMask(
                new Sections.Ints(rows.first()),
                new Sections.Floats(rows.longitude()),
                new Sections.Bytes(clearance(rows)));
    }

    static LandMask in(Sections.Reader sections) {
        return new LandMask(sections.ints(), sections.floats(), sections.bytes());
    }

    void write(Sections.Writer sections) throws java.io.IOException {
        sections.write(first.values());
        sections.write(changes.values());
        sections.write(MemorySegment.ofArray(clearance.values()));
    }

    public boolean isLand(double latitude, double longitude) {
        int row =
                Math.clamp(
                        (int) ((latitude + 90) * LandRows.ROWS_PER_DEGREE), 0, LandRows.ROWS - 1);
        int low = first.get(row);
        int high = first.get(row + 1);
        int begin = low;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (changes.get(middle) <= longitude) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return ((low - begin) & 1) == 1;
    }

    /// Nautical miles from the place to the nearest land, to within a row's width of a quarter of a
    /// mile; 0 ashore, empty where there is none within the limit.
    public OptionalDouble nauticalMilesFromLand(Place place, double limitNauticalMiles) {
        double latitude = place.latitudeDegrees();
        double longitude = place.longitudeDegrees();
        if (isLand(latitude, longitude)) {
            return OptionalDouble.of(0);
        }
        double nearest = Double.POSITIVE_INFINITY;
        double limit = limitNauticalMiles;
        int own = rowOf(latitude);
        // Outwards by rows, so that the nearer ones leave little to look at in the farther ones.
        for (int away = 0; away <= limit / ROW_NAUTICAL_MILES + 1; away++) {
            for (int row : away == 0 ? new int[] {own} : new int[] {own - away, own + away}) {
                if (row >= 0 && row < LandRows.ROWS) {
                    double miles = fromRow(row, place);
                    if (miles < nearest) {
                        nearest = miles;
                        limit = Math.min(limit, miles);
                    }
                }
            }
        }
        return nearest <= limitNauticalMiles ? OptionalDouble.of(nearest) : OptionalDouble.empty();
    }

    private static int rowOf(double latitude) {
        return Math.clamp((int) ((latitude + 90) * LandRows.ROWS_PER_DEGREE), 0, LandRows.ROWS - 1);
    }

    /// To the land of one row: between its changes the nearest is one of them, unless the place's
    /// own meridian runs through land there.
    private double fromRow(int row, Place place) {
        double latitude = (row + 0.5) / LandRows.ROWS_PER_DEGREE - 90;
        if (isLand(latitude, place.longitudeDegrees())) {
            return GreatCircle.nauticalMiles(place, new Place(latitude, place.longitudeDegrees()));
        }
        int low = first.get(row);
        int high = first.get(row + 1);
        if (low == high) {
            return Double.POSITIVE_INFINITY;
        }
        int begin = low;
        int end = high;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (changes.get(middle) <= place.longitudeDegrees()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        // Around the antimeridian the neighbour is at the row's other end.
        double west = changes.get(low > begin ? low - 1 : end - 1);
        double east = changes.get(low < end ? low : begin);
        return Math.min(
                GreatCircle.nauticalMiles(place, new Place(latitude, west)),
                GreatCircle.nauticalMiles(place, new Place(latitude, east)));
    }

    /// Miles around the place in which there is certainly no land; 0 near a coast.
    double clearNauticalMiles(double latitude, double longitude) {
        int row = Math.clamp((int) ((latitude + 90) * TILES_PER_DEGREE), 0, TILE_ROWS - 1);
        int column = Math.clamp((int) ((longitude + 180) * TILES_PER_DEGREE), 0, TILE_COLUMNS - 1);
        int tiles = clearance.get(row * TILE_COLUMNS + column) - 1;
        if (tiles <= 0) {
            return 0;
        }
        double farthest = Math.abs(latitude) + (tiles + 1) / TILES_PER_DEGREE;
        return farthest >= 89
                ? 0
                : tiles * TILE_NAUTICAL_MILES * Math.cos(Math.toRadians(farthest));
    }

    /// How many tiles away, counted as a king moves, the nearest tile with land in it is.
    private static byte[] clearance(LandRows.Changes rows) {
        byte[] tiles = new byte[TILE_ROWS * TILE_COLUMNS];
        java.util.Arrays.fill(tiles, (byte) FARTHEST_TILES);
        int rowsPerTile = (int) (LandRows.ROWS_PER_DEGREE / TILES_PER_DEGREE);
        for (int row = 0; row < LandRows.ROWS; row++) {
            for (int at = rows.first()[row]; at + 1 < rows.first()[row + 1]; at += 2) {
                int from = column(rows.longitude()[at]);
                int to = column(rows.longitude()[at + 1]);
                int begin = row / rowsPerTile * TILE_COLUMNS;
                java.util.Arrays.fill(tiles, begin + from, begin + to + 1, (byte) 0);
            }
        }
        sweep(tiles);
        return tiles;
    }

    private static int column(double longitude) {
        return Math.clamp((int) ((longitude + 180) * TILES_PER_DEGREE), 0, TILE_COLUMNS - 1);
    }

    /// Two passes give the exact distance of a king's moves; the second round carries it around the
    /// antimeridian.
    private static void sweep(byte[] tiles) {
        for (int round = 0; round < 2; round++) {
            for (int at = 0; at < tiles.length; at++) {
                lower(tiles, at, -1);
            }
            for (int at = tiles.length - 1; at >= 0; at--) {
                lower(tiles, at, 1);
            }
        }
    }

    private static void lower(byte[] tiles, int at, int direction) {
        int row = at / TILE_COLUMNS;
        int column = at % TILE_COLUMNS;
        int beside = row * TILE_COLUMNS + Math.floorMod(column + direction, TILE_COLUMNS);
        int least = Math.min(tiles[at], tiles[beside] + 1);
        int other = row + direction;
        if (other >= 0 && other < TILE_ROWS) {
            for (int side = -1; side <= 1; side++) {
                int neighbour = other * TILE_COLUMNS + Math.floorMod(column + side, TILE_COLUMNS);
                least = Math.min(least, tiles[neighbour] + 1);
            }
        }
        tiles[at] = (byte) least;
    }
}
