package org.fairlead.ais.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Parts the reports of one MMSI, in order of time, into segments of which each is one ship's.
///
/// A report goes to the open segment from whose newest reports it follows best. When it follows
/// from none it begins another; when it follows from several alike, these end and it begins
/// another. When it follows much better from an older report of a segment, the ones after that are
/// set aside: they were out of place.
public final class Segmenter {

    /// More ships than this on one MMSI are not told apart (gpsdio-segment).
    private static final int MOST_OPEN = 100;

    private static final double MILLIS_PER_HOUR = 3_600_000.0;
    private static final double HOURS_EXPONENT = 0.5;

    private final SegmentConfig config;
    private final double steepness;
    private final List<Open> open = new ArrayList<>();
    private final List<Integer> assigned = new ArrayList<>();
    private int segments;

    private Segmenter(SegmentConfig config) {
        this.config = config;
        steepness = config.maximumSpeedKnots() / config.penaltySpeedKnots();
    }

    /// @param segmentOf for each report the number of its segment, or [#SET_ASIDE]
    public record Segments(List<Integer> segmentOf, int count) {

        public static final int SET_ASIDE = -1;

        public Segments {
            segmentOf = List.copyOf(segmentOf);
        }

        /// How many segments have at least this many reports.
        public int ofAtLeast(int reports) {
            int[] sizes = new int[count];
            for (int segment : segmentOf) {
                if (segment != SET_ASIDE) {
                    sizes[segment]++;
                }
            }
            int n = 0;
            for (int size : sizes) {
                n += size >= reports ? 1 : 0;
            }
            return n;
        }
    }

    /// @param points oldest first
    public static Segments split(List<Point> points, SegmentConfig config) {
        var segmenter = new Segmenter(config);
        for (int i = 0; i < points.size(); i++) {
            segmenter.add(i, points.get(i));
        }
        return new Segments(segmenter.assigned, segmenter.segments);
    }

    /// Whether the second can be the next report of the ship of the first, however long after: her
    /// speed alone decides, not the pause.
    public static boolean canFollow(Point first, Point second, SegmentConfig config) {
        return metric(
                        first,
                        second,
                        config,
                        config.maximumSpeedKnots() / config.penaltySpeedKnots())
                > 0;
    }

    /// A segment that may go on; the newest reports last.
    private static final class Open {
        private final int number;
        private final List<Member> newest = new ArrayList<>();
        private int reports;
        private long lastMillis;

        Open(int number) {
            this.number = number;
        }

        void add(Member member, int most) {
            newest.add(member);
            if (newest.size() > most + 1) {
                newest.removeFirst();
            }
            reports++;
            lastMillis = member.point().atMillis();
        }
    }

    /// @param metric how well it followed when it came; 0 for a segment's first
    private record Member(int index, Point point, double metric) {}

    private record Match(Open segment, double metric, int passedOver) {}

    private void add(int index, Point point) {
        open.removeIf(one -> point.atMillis() - one.lastMillis > config.maximumGap().toMillis());
        var matches = new ArrayList<Match>();
        for (Open segment : open) {
            match(segment, point).ifPresent(matches::add);
        }
        var best = matches.size() < 2 ? matches : best(matches);
        if (best.size() == 1) {
            follow(best.getFirst(), index, point);
            return;
        }
        Set<Open> ended = new HashSet<>();
        best.forEach(one -> ended.add(one.segment()));
        open.removeAll(ended);
        begin(index, point);
    }

    private void follow(Match match, int index, Point point) {
        var newest = match.segment().newest;
        for (int i = 0; i < match.passedOver(); i++) {
            assigned.set(newest.removeLast().index(), Segments.SET_ASIDE);
        }
        match.segment().add(new Member(index, point, match.metric()), config.lookBack());
        assigned.add(match.segment().number);
    }

    private void begin(int index, Point point) {
        if (open.size() >= MOST_OPEN) {
            open.remove(open.stream().min(Comparator.comparingLong(one -> one.lastMillis)).get());
        }
        var segment = new Open(segments++);
        segment.add(new Member(index, point, 0), config.lookBack());
        open.add(segment);
        assigned.add(segment.number);
    }

    /// Those that fit best, when several fit about as well.
    private List<Match> best(List<Match> matches) {
        double best = matches.stream().mapToDouble(this::weighed).max().orElseThrow();
        return matches.stream()
                .filter(one -> weighed(one) * config.ambiguityFactor() >= best)
                .toList();
    }

    private double weighed(Match match) {
        double share = match.segment().reports / (double) config.shortSegmentReports();
        return match.metric() * share / Math.sqrt(1 + share * share);
    }

    private Optional<Match> match(Open segment, Point point) {
        Match match = null;
        double best = 0;
        double existing = 0;
        int tried = Math.min(segment.newest.size(), config.lookBack());
        for (int back = 0; back < tried; back++) {
            var member = segment.newest.get(segment.newest.size() - 1 - back);
            if (point.atMillis() - member.point().atMillis() > config.maximumGap().toMillis()) {
                break;
            }
            double metric = metric(member.point(), point, config, steepness);
            double weighed = metric / Math.max(1, back * config.lookBackFactor());
            if (weighed > existing && weighed > best) {
                best = weighed;
                match = new Match(segment, metric, back);
            }
            existing = member.metric();
        }
        return Optional.ofNullable(match);
    }

    /// How well one report follows another, 0 when it cannot: higher when sooner and nearer to what
    /// was expected.
    private static double metric(Point from, Point to, SegmentConfig config, double steepness) {
        double hours = (to.atMillis() - from.atMillis()) / MILLIS_PER_HOUR;
        double penalty = config.penaltyAfter().toMillis() / MILLIS_PER_HOUR;
        // Ships go straight for a while, not for long.
        double straightHours = hours / (1 + Math.pow(hours / penalty, 1 - HOURS_EXPONENT));
        double padded = Math.hypot(hours, config.buffer().toMillis() / MILLIS_PER_HOUR);
        double allowed = padded * config.maximumSpeedKnots();
        double off = from.discrepancy(to, straightHours, config.shapeFactor());
        if (off > allowed) {
            return 0;
        }
        double alpha = steepness * off / allowed;
        return Math.exp(-alpha * alpha) / padded;
    }
}
