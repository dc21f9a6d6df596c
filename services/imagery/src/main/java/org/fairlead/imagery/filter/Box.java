package org.fairlead.imagery.filter;

import org.fairlead.service.problem.ProblemException;

/// A box in degrees; west of its own west, it crosses the antimeridian.
public record Box(double west, double south, double east, double north) {

    /// @throws ProblemException for what is not `west,south,east,north`
    public static Box parse(String text) {
        String[] parts = text.split(",", -1);
        var box = new double[4];
        try {
            for (int side = 0; side < 4; side++) {
                box[side] = Double.parseDouble(parts[side].strip());
            }
            if (parts.length == 4
                    && Math.abs(box[0]) <= 180
                    && Math.abs(box[2]) <= 180
                    && box[1] <= box[3]
                    && Math.abs(box[1]) <= 90
                    && Math.abs(box[3]) <= 90) {
                return new Box(box[0], box[1], box[2], box[3]);
            }
        } catch (IndexOutOfBoundsException | NumberFormatException faulty) {
            // refused below
        }
        throw ProblemException.invalid("bbox", "expected west,south,east,north in degrees");
    }

    public boolean crossesAntimeridian() {
        return west > east;
    }
}
