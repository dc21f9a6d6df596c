package org.fairlead.imagery.reach;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.contracts.problem.FieldError;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.place.PlaceAnswer;
import org.fairlead.seas.place.Places;
import org.fairlead.seas.reach.ReachQuestion;
import org.fairlead.service.json.TimeRange;
import org.jspecify.annotations.Nullable;

/// A question by two ends, times and a speed, read with every fault named.
final class ReachRequest {

    /// What became of it.
    sealed interface Reading {

        record Valid(ReachQuestion question) implements Reading {}

        record Faulty(List<FieldError> errors) implements Reading {

            public Faulty {
                errors = List.copyOf(errors);
            }
        }
    }

    private final Places places;
    private final List<FieldError> errors = new ArrayList<>();

    ReachRequest(Places places) {
        this.places = places;
    }

    Reading read(
            @Nullable String from,
            @Nullable String since,
            @Nullable String to,
            @Nullable String until,
            @Nullable String speed) {
        Place start = place("from", from);
        Place end = to == null || to.isBlank() ? null : place("to", to);
        Instant begin = time("since", since);
        Instant finish = time("until", until);
        Double knots = knots(speed);
        if (start == null
                || begin == null
                || finish == null
                || knots == null
                || !errors.isEmpty()) {
            return new Reading.Faulty(errors);
        }
        try {
            return new Reading.Valid(new ReachQuestion(start, begin, end, finish, knots));
        } catch (IllegalArgumentException fault) {
            return new Reading.Faulty(
                    List.of(new FieldError("until", String.valueOf(fault.getMessage()))));
        }
    }

    private @Nullable Place place(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            errors.add(new FieldError(field, "a port or coordinates such as 42.2N 130.3E"));
            return null;
        }
        var answer = places.find(text);
        if (answer instanceof PlaceAnswer.Found found) {
            return found.place();
        }
        errors.add(new FieldError(field, PlaceAnswer.sentence(answer)));
        return null;
    }

    private @Nullable Instant time(String field, @Nullable String text) {
        try {
            var time = OffsetDateTime.parse(text == null ? "" : text.strip()).toInstant();
            if (TimeRange.holds(time)) {
                return time;
            }
        } catch (DateTimeParseException unreadable) {
            // Named below.
        }
        errors.add(new FieldError(field, TimeRange.sentence()));
        return null;
    }

    private @Nullable Double knots(@Nullable String text) {
        try {
            double knots = Double.parseDouble(text == null ? "" : text.strip());
            if (knots > 0 && knots <= 60) {
                return knots;
            }
        } catch (NumberFormatException noNumber) {
            // Named below.
        }
        errors.add(new FieldError("speedKnots", "expected a number above 0 and up to 60"));
        return null;
    }
}
