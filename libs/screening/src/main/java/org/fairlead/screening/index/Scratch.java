package org.fairlead.screening.index;

import java.util.Arrays;

/// What one search writes into: per name, how much of it and of the query has agreed so far. Kept
/// between searches, so that none allocates by the size of the corpus.
public final class Scratch {

    final Found found = new Found();
    private final Candidates candidates = new Candidates();
    float[] matched = {};
    float[] ours = {};
    float[] theirs = {};
    float[] tokenMatched = {};
    float[] tokenTheirs = {};
    int[] round = {};
    int[] token = {};
    int[] forced = {};
    int[] touched = new int[256];
    int touchedCount;
    private int rounds;

    public Candidates candidates() {
        return candidates;
    }

    /// @return a number that marks this search's entries
    int begin(int names) {
        if (round.length < names) {
            matched = new float[names];
            ours = new float[names];
            theirs = new float[names];
            tokenMatched = new float[names];
            tokenTheirs = new float[names];
            round = new int[names];
            token = new int[names];
            forced = new int[names];
            rounds = 0;
        }
        touchedCount = 0;
        return ++rounds;
    }

    void touch(int name) {
        if (touchedCount == touched.length) {
            touched = Arrays.copyOf(touched, 2 * touchedCount);
        }
        touched[touchedCount++] = name;
    }
}
