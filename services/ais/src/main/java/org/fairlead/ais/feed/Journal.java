package org.fairlead.ais.feed;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.CRC32C;

/// What a feed has accepted, on disk, until it has been passed on and archived.
///
/// ```
/// 0000000001.journal, 0000000002.journal …   one recording each; the last is being written
///   int32 length, int32 CRC-32C, int64 arrival in epoch milliseconds, int32 connection, bytes
///   and so on; a record without bytes only says that time has passed
/// ```
///
/// A record that was torn by a crash ends the file: it was never accepted. Written is what survives
/// the death of the process; [#force], once a second, is what survives the death of the machine.
final class Journal implements Closeable {

    static final int HEAD = 20;

    private static final String SUFFIX = ".journal";

    private final Path directory;
    private final long mostBytes;
    private final long recordingBytes;
    private final long recordingMillis;
    private final SortedSet<Long> recordings = new TreeSet<>();

    private FileChannel out;
    private long current;
    private long position;
    private long olderBytes;
    private long beganAt = Long.MIN_VALUE;
    private boolean isOpenPart;
    private boolean isTicked = true;
    private boolean isForced = true;

    /// @param firstNumber of the first recording in an empty directory: larger than any that
    ///   another holder of this feed, or this one before it lost its lease, has archived under the
    ///   feed's id
    Journal(
            Path directory,
            long mostBytes,
            long recordingBytes,
            long recordingMillis,
            long firstNumber)
            throws IOException {
        this.directory = Files.createDirectories(directory);
        this.mostBytes = mostBytes;
        this.recordingBytes = recordingBytes;
        this.recordingMillis = recordingMillis;
        try (var files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                recordings.add(Long.parseLong(name.substring(0, name.length() - SUFFIX.length())));
            }
        }
        for (long recording : recordings) {
            JournalReader.cutTornEnd(file(recording));
            olderBytes += Files.size(file(recording));
        }
        current =
                recordings.isEmpty() ? Math.max(firstNumber, 1 + lastRemoved()) : recordings.last();
        out = open(current);
        position = out.size();
        olderBytes -= position;
    }

    private FileChannel open(long recording) throws IOException {
        recordings.add(recording);
        return FileChannel.open(
                file(recording),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND);
    }

    /// Numbers are not used again, not even when all recordings are gone.
    private long lastRemoved() throws IOException {
        Path file = directory.resolve("last-removed");
        return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
    }

    Path file(long recording) {
        return directory.resolve("%010d%s".formatted(recording, SUFFIX));
    }

    Path directory() {
        return directory;
    }

    /// Accepts whole lines; false when there is no room, and then nothing was accepted.
    synchronized boolean append(long arrivedAt, int connection, byte[] bytes, int from, int length)
            throws IOException {
        if (olderBytes + position + HEAD + length > mostBytes) {
            return false;
        }
        boolean isDue =
                position > 0
                        && (position >= recordingBytes || arrivedAt - beganAt >= recordingMillis);
        // Parts of one message follow each other closely: they stay in one recording.
        if (isDue && (!isOpenPart || position >= 2 * recordingBytes)) {
            beginNext();
        }
        write(arrivedAt, connection, bytes, from, length);
        isOpenPart = length > 0 ? Parts.isOpen(bytes, from, length) : isOpenPart;
        isTicked = length == 0;
        return true;
    }

    /// Says that time has passed, when something was accepted since the last time.
    synchronized void tick(long now) throws IOException {
        boolean isOld = position > 0 && now - beganAt >= recordingMillis;
        if (!isTicked || isOld) {
            var unused = append(now, 0, new byte[0], 0, 0);
            isTicked = true;
        }
        if (!isForced) {
            out.force(false);
            isForced = true;
        }
    }

    private void beginNext() throws IOException {
        out.force(true);
        out.close();
        olderBytes += position;
        current++;
        out = open(current);
        position = 0;
        beganAt = Long.MIN_VALUE;
    }

    private void write(long arrivedAt, int connection, byte[] bytes, int from, int length)
            throws IOException {
        var record = ByteBuffer.allocate(HEAD + length);
        record.putInt(length).putInt(0).putLong(arrivedAt).putInt(connection);
        record.put(bytes, from, length);
        var crc = new CRC32C();
        crc.update(record.array(), 8, HEAD - 8 + length);
        record.putInt(4, (int) crc.getValue());
        record.flip();
        while (record.hasRemaining()) {
            out.write(record);
        }
        position += HEAD + length;
        isForced = false;
        if (beganAt == Long.MIN_VALUE) {
            beganAt = arrivedAt;
        }
        notifyAll();
    }

    /// How many bytes of a recording can be read.
    synchronized long limit(long recording) throws IOException {
        return recording == current ? position : Files.size(file(recording));
    }

    synchronized boolean isClosed(long recording) {
        return recording < current;
    }

    synchronized long first() {
        return recordings.first();
    }

    /// The recording after one that is closed.
    synchronized long next(long recording) {
        return recordings.tailSet(recording + 1).first();
    }

    /// Waits until there is more to read, or some time has passed.
    synchronized void awaitMore(long recording, long from, long millis)
            throws InterruptedException {
        if (recording == current && position <= from) {
            wait(millis);
        }
    }

    /// Closes the recording that is being written, so that it can be passed on and archived whole.
    synchronized void closeRecording() throws IOException {
        if (position > 0) {
            beginNext();
        }
    }

    /// A recording has been passed on and archived.
    synchronized void remove(long recording) throws IOException {
        Path note = directory.resolve("last-removed");
        Path draft = directory.resolve("last-removed.part");
        Files.writeString(draft, Long.toString(recording));
        Files.move(draft, note, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        olderBytes -= Files.size(file(recording));
        Files.delete(file(recording));
        recordings.remove(recording);
        notifyAll();
    }

    /// Accepted and not yet removed.
    synchronized long bytes() {
        return olderBytes + position;
    }

    @Override
    public synchronized void close() throws IOException {
        out.force(true);
        out.close();
    }
}
