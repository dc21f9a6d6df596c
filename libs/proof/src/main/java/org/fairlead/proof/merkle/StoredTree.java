package org.fairlead.proof.merkle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// The tree of [MerkleTree] over subtrees that are kept: a root or a proof of a log of ten million
/// entries reads some dozens of them.
public final class StoredTree {

    private static final int HASH_BYTES = 32;

    private final TreeNodes nodes;

    public StoredTree(TreeNodes nodes) {
        this.nodes = nodes;
    }

    /// Which subtrees a question needs, so that they can be fetched at once before it is asked.
    public static Set<TreeNode.Place> needs(Function<StoredTree, ?> question) {
        var places = new LinkedHashSet<TreeNode.Place>();
        Object _ =
                question.apply(
                        new StoredTree((level, position) -> {
                            places.add(new TreeNode.Place(level, position));
                            return new byte[HASH_BYTES];
                        }));
        return places;
    }

    /// The subtrees that the leaves complete when they are added, each level after the one below.
    ///
    /// @param size how many leaves there are already
    public List<TreeNode> completedBy(long size, List<byte[]> leaves) {
        var completed = new ArrayList<TreeNode>();
        List<byte[]> added = leaves;
        long from = size;
        int level = 0;
        while (!added.isEmpty()) {
            var above = new ArrayList<byte[]>();
            for (int i = 0; i < added.size(); i++) {
                long position = from + i;
                completed.add(new TreeNode(level, position, added.get(i)));
                if ((position & 1) == 1) {
                    byte[] left = i > 0 ? added.get(i - 1) : nodes.hash(level, position - 1);
                    above.add(MerkleTree.nodeHash(left, added.get(i)));
                }
            }
            from >>= 1;
            added = above;
            level++;
        }
        return completed;
    }

    public byte[] root(long size) {
        return size == 0 ? MerkleTree.root(List.of()) : range(0, size);
    }

    private byte[] range(long from, long to) {
        long count = to - from;
        if (Long.bitCount(count) == 1 && from % count == 0) {
            return nodes.hash(Long.numberOfTrailingZeros(count), from / count);
        }
        long middle = from + split(count);
        return MerkleTree.nodeHash(range(from, middle), range(middle, to));
    }

    /// The largest power of two below n.
    private static long split(long n) {
        return Long.highestOneBit(n - 1);
    }

    public List<byte[]> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("leaf " + index + " of " + size);
        }
        var proof = new ArrayList<byte[]>();
        inclusion(0, size, index, proof);
        return proof;
    }

    private void inclusion(long from, long to, long index, List<byte[]> proof) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            inclusion(from, middle, index, proof);
            proof.add(range(middle, to));
        } else {
            inclusion(middle, to, index, proof);
            proof.add(range(from, middle));
        }
    }

    public List<byte[]> consistency(long size, long laterSize) {
        if (size < 1 || size > laterSize) {
            throw new IndexOutOfBoundsException("size " + size + " of " + laterSize);
        }
        var proof = new ArrayList<byte[]>();
        consistency(0, laterSize, size, true, proof);
        return proof;
    }

    private void consistency(long from, long to, long size, boolean isWhole, List<byte[]> proof) {
        if (size == to - from) {
            if (!isWhole) {
                proof.add(range(from, to));
            }
            return;
        }
        long half = split(to - from);
        long middle = from + half;
        if (size <= half) {
            consistency(from, middle, size, isWhole, proof);
            proof.add(range(middle, to));
        } else {
            consistency(middle, to, size - half, false, proof);
            proof.add(range(from, middle));
        }
    }
}
