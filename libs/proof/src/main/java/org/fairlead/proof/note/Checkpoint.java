package org.fairlead.proof.note;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// What a log was at one moment: how many entries, and the root over them. Three lines, as C2SP
/// tlog-checkpoint has them: origin, size, base64 of the root.
public record Checkpoint(String origin, long size, byte[] root) {

    private static final int LINES = 3;

    private static final int ROOT_BYTES = 32;

    public Checkpoint {
        if (origin.isBlank() || origin.contains("\n")) {
            throw new IllegalArgumentException("the origin of a checkpoint is one line of text");
        }
        if (size < 0) {
            throw new IllegalArgumentException("size of a log below zero: " + size);
        }
        if (root.length != ROOT_BYTES) {
            throw new IllegalArgumentException("a root has 32 bytes, this one has " + root.length);
        }
        root = root.clone();
    }

    @Override
    public byte[] root() {
        return root.clone();
    }

    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    /// @throws IllegalArgumentException when the text is no checkpoint
    public static Checkpoint parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < LINES) {
            throw new IllegalArgumentException(
                    "a checkpoint has three lines, this has " + lines.size());
        }
        return new Checkpoint(
                lines.get(0),
                Long.parseLong(lines.get(1)),
                Base64.getDecoder().decode(lines.get(2)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint that
                && origin.equals(that.origin)
                && size == that.size
                && Arrays.equals(root, that.root);
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
