package org.fairlead.screening.index;

import java.util.Arrays;

/// What one search writes into: per name, how much of it and of the query has agreed so far; per
/// word, how alike it is to each of the query's. Kept between searches, so that none allocates by
/// the size of the corpus.
public final class Scratch {

    /// Of one name: matched, ours, theirs, and the last two within the token at hand.
    private static final int SUMS = 5;

    final Found found = new Found();
    private final Candidates candidates = new Candidates();

    // Name to its place among those touched, plus one.
    private int[] place = {};
    private int[] forced = {};
    int[] touched = new int[256];
    private int[] token = new int[256];
    private float[] sums = new float[256 * SUMS];
    int touchedCount;

    // Word to its row, plus one.
    private int[] row = {};
    private int[] rowWords = new int[256];
    private float[] alike = new float[1024];
    private int rows;
    private int tokens;
    private int rounds;

    public Candidates candidates() {
        return candidates;
    }

    void begin(int names, int words, int queryTokens) {
        for (int i = 0; i < touchedCount; i++) {
            place[touched[i]] = 0;
        }
        for (int i = 0; i < rows; i++) {
            row[rowWords[i]] = 0;
        }
        touchedCount = 0;
        rows = 0;
        tokens = queryTokens;
        if (place.length < names) {
            place = new int[names];
            forced = new int[names];
            rounds = 0;
        }
        if (row.length < words) {
            row = new int[words];
        }
        rounds++;
    }

    /// False when it was before.
    boolean force(int name) {
        boolean isNew = forced[name] != rounds;
        forced[name] = rounds;
        return isNew;
    }

    boolean isForced(int name) {
        return forced[name] == rounds;
    }

    boolean isTouched(int name) {
        return place[name] > 0;
    }

    /// @param at the query's word
    void remember(int word, int at, float similarity) {
        if (row[word] == 0) {
            if (rows == rowWords.length) {
                rowWords = Arrays.copyOf(rowWords, 2 * rows);
            }
            while ((rows + 1) * tokens > alike.length) {
                alike = Arrays.copyOf(alike, 2 * alike.length);
            }
            Arrays.fill(alike, rows * tokens, (rows + 1) * tokens, 0f);
            rowWords[rows] = word;
            row[word] = ++rows;
        }
        alike[(row[word] - 1) * tokens + at] = similarity;
    }

    /// 0 for different words.
    float alike(int at, int word) {
        return row[word] == 0 ? 0f : alike[(row[word] - 1) * tokens + at];
    }

    /// @param at the query's word
    void add(int name, int at, float gain, float weight, float listed) {
        int i = place[name] - 1;
        if (i < 0) {
            i = touch(name);
        }
        int base = i * SUMS;
        if (token[i] != at) {
            token[i] = at;
            sums[base + 3] = 0;
            sums[base + 4] = 0;
            sums[base + 1] += weight;
        }
        if (gain > sums[base + 3]) {
            sums[base] += gain - sums[base + 3];
            sums[base + 3] = gain;
        }
        if (listed > sums[base + 4]) {
            sums[base + 2] += listed - sums[base + 4];
            sums[base + 4] = listed;
        }
    }

    private int touch(int name) {
        int i = touchedCount++;
        if (i == touched.length) {
            touched = Arrays.copyOf(touched, 2 * i);
            token = Arrays.copyOf(token, 2 * i);
            sums = Arrays.copyOf(sums, 2 * i * SUMS);
        }
        touched[i] = name;
        token[i] = -1;
        Arrays.fill(sums, i * SUMS, (i + 1) * SUMS, 0f);
        place[name] = i + 1;
        return i;
    }

    /// The greatest sum of gains that the name at a place can have.
    float matched(int at) {
        return sums[at * SUMS];
    }

    /// Weight of the query's words that agree with any of its.
    float ours(int at) {
        return sums[at * SUMS + 1];
    }

    /// Weight of its words that agree with any of the query's, at most.
    float theirs(int at) {
        return sums[at * SUMS + 2];
    }
}
