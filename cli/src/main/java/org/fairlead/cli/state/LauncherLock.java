package org.fairlead.cli.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.fairlead.cli.Refusal;
import org.jspecify.annotations.Nullable;

/// Held while a command changes the platform, so that two launchers never start the same part.
public final class LauncherLock implements AutoCloseable {

    private final FileChannel channel;

    private LauncherLock(FileChannel channel) {
        this.channel = channel;
    }

    public static Path fileIn(StateDirectory state) {
        return state.file("launcher.lock");
    }

    public static LauncherLock take(StateDirectory state) {
        try {
            var channel =
                    FileChannel.open(
                            fileIn(state), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new Refusal(
                        "Another ./fairlead command is at work on "
                                + state.root()
                                + "; wait for it to end and try again.");
            }
            return new LauncherLock(channel);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
