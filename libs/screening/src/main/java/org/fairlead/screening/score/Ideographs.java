package org.fairlead.screening.score;

/// Names written in Chinese characters or Hangul: another character is another name, though it may
/// sound the same.
final class Ideographs {

    private static final float ANOTHER = 0.6f;

    private Ideographs() {}

    /// A factor: 1 for the same characters or one name within the other, 0.6 at most otherwise.
    static float alike(String ours, String theirs) {
        return ours.contains(theirs) || theirs.contains(ours) ? 1f : ANOTHER;
    }
}
