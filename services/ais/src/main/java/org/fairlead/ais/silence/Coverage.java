package org.fairlead.ais.silence;

import java.util.ArrayList;
import java.util.List;

/// When one source was on air: the times its recordings span, oldest first.
///
/// A source that was off air cannot tell a ship's silence from its own.
///
/// @param recordings where each of the newest recordings begins
record Coverage(List<Span> spans, List<Recording> recordings) {

    static final Coverage NONE = new Coverage(List.of(), List.of());

    private static final int MOST_SPANS = 512;
    private static final int MOST_RECORDINGS = 64;

    Coverage {
        spans = List.copyOf(spans);
        recordings = List.copyOf(recordings);
    }

    record Span(long fromMillis, long toMillis) {}

    record Recording(String id, long fromMillis) {}

    /// The recording went on to here. What lies between two parts of one recording was on air,
    /// however silent it was.
    Coverage and(String recording, long fromMillis, long toMillis, long gapMillis) {
        long from = fromMillis;
        var begun = new ArrayList<Recording>();
        for (Recording known : recordings) {
            if (known.id().equals(recording)) {
                from = Math.min(from, known.fromMillis());
            } else {
                begun.add(known);
            }
        }
        begun.add(new Recording(recording, from));
        return new Coverage(
                join(new Span(from, toMillis), gapMillis),
                begun.subList(Math.max(0, begun.size() - MOST_RECORDINGS), begun.size()));
    }

    private List<Span> join(Span span, long gapMillis) {
        var joined = new ArrayList<Span>();
        var grown = span;
        for (Span other : spans) {
            if (other.toMillis() + gapMillis < grown.fromMillis()
                    || grown.toMillis() + gapMillis < other.fromMillis()) {
                joined.add(other);
            } else {
                grown =
                        new Span(
                                Math.min(grown.fromMillis(), other.fromMillis()),
                                Math.max(grown.toMillis(), other.toMillis()));
            }
        }
        joined.add(grown);
        joined.sort(java.util.Comparator.comparingLong(Span::fromMillis));
        return joined.subList(Math.max(0, joined.size() - MOST_SPANS), joined.size());
    }

    /// The time on air around a moment; the moment alone when there is none.
    Span spanOf(long atMillis) {
        for (Span span : spans) {
            if (span.fromMillis() <= atMillis && atMillis <= span.toMillis()) {
                return span;
            }
        }
        return new Span(atMillis, atMillis);
    }

    /// Whether the moment lies before all that is remembered: nobody can say any more what was on
    /// air then.
    boolean isForgotten(long atMillis) {
        return !spans.isEmpty() && atMillis < spans.getFirst().fromMillis();
    }

    /// Whether it was heard again after a break.
    boolean isHeardAfter(long atMillis) {
        return !spans.isEmpty() && spans.getLast().fromMillis() > atMillis;
    }

    /// Until when it was on air without a break from that moment on; the moment itself when it was
    /// not.
    long onAirUntil(long atMillis) {
        return spanOf(atMillis).toMillis();
    }
}
