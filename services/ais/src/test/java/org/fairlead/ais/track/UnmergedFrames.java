package org.fairlead.ais.track;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FrameCodec;
import org.jspecify.annotations.Nullable;

/// Frames that stay beside the tracks for as long as a test wants: it holds the lock that every
/// merge needs.
@Singleton
public final class UnmergedFrames {

    /// None that the topic has.
    private static final int PARTITION = 72;

    private final RecentFrameStore recent;
    private final TrackStore tracks;
    private final Pool pool;
    private @Nullable SqlConnection holding;
    private long offset;

    @Inject
    UnmergedFrames(RecentFrameStore recent, TrackStore tracks, Pool pool) {
        this.recent = recent;
        this.tracks = tracks;
        this.pool = pool;
    }

    /// No frame is merged from now on.
    public void hold() {
        var connection = pool.getConnection().await().indefinitely();
        holding = connection;
        connection
                .preparedQuery("select pg_advisory_lock($1)")
                .execute(Tuple.of(TrackStore.COMPACTION))
                .replaceWithVoid()
                .await()
                .indefinitely();
    }

    /// Frames are merged again.
    public void release() {
        var connection = holding;
        if (connection != null) {
            holding = null;
            connection
                    .preparedQuery("select pg_advisory_unlock($1)")
                    .execute(Tuple.of(TrackStore.COMPACTION))
                    .chain(connection::close)
                    .await()
                    .indefinitely();
        }
    }

    /// A frame of these is read, and is not merged.
    public void append(String source, Fix... fixes) {
        long number = offset++;
        var frame = new Frame(source + "/" + number, source, 0, List.of(fixes));
        recent.append(
                        List.of(RecentFrame.of(PARTITION, number, FrameCodec.encode(frame))),
                        List.of())
                .await()
                .indefinitely();
    }

    /// These are in the tracks.
    public void merge(String source, Fix... fixes) {
        tracks.take(List.of(new Frame(source + "/merged", source, 0, List.of(fixes))), List.of())
                .await()
                .indefinitely();
    }

    /// How many frames wait that were appended here.
    public long waiting() {
        return pool.preparedQuery("select count(*) from recent_frame where partition = $1")
                .execute(Tuple.of(PARTITION))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
