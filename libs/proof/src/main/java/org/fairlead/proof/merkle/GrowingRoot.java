package org.fairlead.proof.merkle;

import java.util.ArrayList;
import java.util.List;

/// The root of a log that is read once from its beginning, in a few dozen hashes of memory.
public final class GrowingRoot {

    /// Complete subtrees from the left, the largest first.
    private final List<byte[]> subtrees = new ArrayList<>();

    private long size;

    public void add(byte[] leaf) {
        byte[] hash = leaf;
        for (long bits = size; (bits & 1) == 1; bits >>= 1) {
            hash = MerkleTree.nodeHash(subtrees.removeLast(), hash);
        }
        subtrees.add(hash);
        size++;
    }

    public long size() {
        return size;
    }

    public byte[] root() {
        if (subtrees.isEmpty()) {
            return MerkleTree.root(List.of());
        }
        byte[] hash = subtrees.getLast();
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            hash = MerkleTree.nodeHash(subtrees.get(i), hash);
        }
        return hash;
    }
}
