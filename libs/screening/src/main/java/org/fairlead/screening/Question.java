package org.fairlead.screening;

import java.util.function.Predicate;

/// What is asked of a corpus.
///
/// @param threshold lowest score of an answer, 0.2 to 1
/// @param limit most answers
/// @param filter listings that are asked at all
public record Question(
        Subject subject, Profile profile, double threshold, int limit, Predicate<Subject> filter) {

    public static final double LEAST_THRESHOLD = 0.2;

    public Question {
        if (!(threshold >= LEAST_THRESHOLD && threshold <= 1)) {
            throw new IllegalArgumentException("a threshold outside 0.2-1: " + threshold);
        }
        if (limit < 1) {
            throw new IllegalArgumentException("a limit below 1: " + limit);
        }
    }

    public static Question of(Subject subject, Profile profile) {
        return new Question(subject, profile, profile.threshold(), 10, listing -> true);
    }

    public Question withThreshold(double lowest) {
        return new Question(subject, profile, lowest, limit, filter);
    }

    public Question withLimit(int most) {
        return new Question(subject, profile, threshold, most, filter);
    }

    boolean isAskedOf(Subject listing) {
        return filter.test(listing);
    }
}
