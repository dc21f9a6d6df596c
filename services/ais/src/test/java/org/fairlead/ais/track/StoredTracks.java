package org.fairlead.ais.track;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;

/// The track store as tests fill it and look into it.
@Singleton
final class StoredTracks {

    private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

    private final TrackStore tracks;
    private final Pool pool;

    @Inject
    StoredTracks(TrackStore tracks, Pool pool) {
        this.tracks = tracks;
        this.pool = pool;
    }

    void take(List<Fix> fixes) {
        tracks.take(List.of(new Frame("pier/1", "pier", 0, fixes)), List.of())
                .await()
                .indefinitely();
    }

    /// Settles the day of a fix; the answer is how many days that were.
    int settle(Fix ofDay) {
        return tracks.compact(List.of(Segment.Key.of(ofDay))).await().indefinitely();
    }

    List<Fix> all(int mmsi) {
        return tracks.fixes(mmsi, Instant.EPOCH, END, List.of()).await().indefinitely().fixes();
    }

    /// The numbers of all pieces.
    List<Integer> parts(int mmsi) {
        var parts = new ArrayList<Integer>();
        pool.preparedQuery("select part from track_segment where mmsi = $1 order by part")
                .execute(Tuple.of(mmsi))
                .await()
                .indefinitely()
                .forEach(row -> parts.add(row.getInteger(0)));
        return parts;
    }
}
