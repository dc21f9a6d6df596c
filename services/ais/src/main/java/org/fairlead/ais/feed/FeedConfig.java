package org.fairlead.ais.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How live feeds are read. Prefix `ais.feed`.
@ConfigMapping(prefix = "ais.feed")
public interface FeedConfig {

    /// Where TCP servers and UDP feeds listen. Nothing beyond this machine unless asked.
    @WithDefault("127.0.0.1")
    String bindAddress();

    /// What one feed may have accepted and not yet passed on, on disk, in bytes. A TCP feed is then
    /// read no further until there is room; a datagram is dropped and counted.
    @WithDefault("268435456")
    long spoolMaxBytes();

    /// A recording of a feed is closed, archived and begun anew when it has so many bytes.
    @WithDefault("16777216")
    long recordingBytes();

    /// ... or is this old.
    @WithDefault("10m")
    Duration recordingFor();

    /// What was read is passed on at least this often.
    @WithDefault("1s")
    Duration passOnEvery();

    /// How far ahead of its arrival a line may claim to have been received.
    @WithDefault("5m")
    Duration futureTolerance();

    /// A connection is tried again after this time, then after twice that, and so on.
    @WithDefault("1s")
    Duration reconnectAfter();

    /// Longest wait between two attempts.
    @WithDefault("1m")
    Duration reconnectAtMostAfter();

    /// Each wait is longer or shorter by up to this share, so that many do not return at once.
    @WithDefault("0.3")
    double reconnectJitter();

    /// A TCP connection that says nothing for this long is closed and opened anew.
    @WithDefault("2m")
    Duration silentFor();

    /// Connections that one TCP server takes at a time.
    @WithDefault("64")
    int connections();

    /// An instance that has not been heard of for this long has lost its feeds to another.
    @WithDefault("20s")
    Duration leaseFor();
}
