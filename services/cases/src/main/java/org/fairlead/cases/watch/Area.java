package org.fairlead.cases.watch;

import org.fairlead.cases.request.Fields;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// A rectangle between two parallels and two meridians, degrees. Its west may lie east of its east:
/// then it reaches over the antimeridian.
public record Area(
        @Nullable Double southDegrees,
        @Nullable Double westDegrees,
        @Nullable Double northDegrees,
        @Nullable Double eastDegrees) {

    Area checked(String at) {
        double south = within(at + "/southDegrees", southDegrees, 90);
        within(at + "/westDegrees", westDegrees, 180);
        double north = within(at + "/northDegrees", northDegrees, 90);
        within(at + "/eastDegrees", eastDegrees, 180);
        if (south > north) {
            throw ProblemException.invalid(
                    at + "/northDegrees", "lies south of southDegrees (%s)".formatted(south));
        }
        return this;
    }

    private static double within(String pointer, @Nullable Double degrees, double limit) {
        double given = Fields.required(pointer, degrees);
        if (!(given >= -limit && given <= limit)) {
            throw ProblemException.invalid(
                    pointer, "expected -%.0f to %.0f, was %s".formatted(limit, limit, given));
        }
        return given;
    }
}
