package org.fairlead.proof.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The tree hash of a log, and proofs in it: RFC 6962 §2.1 (leaves and nodes are hashed with
/// different prefixes, so that no node passes for a leaf), verified as RFC 9162 §2.1 describes.
///
/// Works on leaf hashes in memory; 10 million leaves are 320 MB, so callers give the range they
/// need.
public final class MerkleTree {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleTree() {}

    /// @param data what the leaf stands for
    public static byte[] leafHash(byte[] data) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return digest.digest(data);
    }

    static byte[] nodeHash(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /// @param leaves leaf hashes; of none the root is the hash of nothing
    public static byte[] root(List<byte[]> leaves) {
        return leaves.isEmpty() ? sha256().digest() : root(leaves, 0, leaves.size());
    }

    private static byte[] root(List<byte[]> leaves, int from, int to) {
        if (to - from == 1) {
            return leaves.get(from);
        }
        int middle = from + split(to - from);
        return nodeHash(root(leaves, from, middle), root(leaves, middle, to));
    }

    /// The largest power of two below n.
    private static int split(int n) {
        return Integer.highestOneBit(n - 1);
    }

    /// That leaf `index` is in the tree of all these leaves.
    public static List<byte[]> inclusion(List<byte[]> leaves, int index) {
        if (index < 0 || index >= leaves.size()) {
            throw new IndexOutOfBoundsException("leaf " + index + " of " + leaves.size());
        }
        var proof = new ArrayList<byte[]>();
        inclusion(leaves, 0, leaves.size(), index, proof);
        return proof;
    }

    private static void inclusion(
            List<byte[]> leaves, int from, int to, int index, List<byte[]> proof) {
        if (to - from == 1) {
            return;
        }
        int middle = from + split(to - from);
        if (index < middle) {
            inclusion(leaves, from, middle, index, proof);
            proof.add(root(leaves, middle, to));
        } else {
            inclusion(leaves, middle, to, index, proof);
            proof.add(root(leaves, from, middle));
        }
    }

    /// RFC 9162 §2.1.3.2.
    public static boolean isIncluded(
            byte[] leaf, long index, long size, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = nodeHash(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = nodeHash(hash, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /// That the tree of the first `size` leaves is the beginning of the tree of all.
    public static List<byte[]> consistency(List<byte[]> leaves, int size) {
        if (size < 1 || size > leaves.size()) {
            throw new IndexOutOfBoundsException("size " + size + " of " + leaves.size());
        }
        var proof = new ArrayList<byte[]>();
        consistency(leaves, 0, leaves.size(), size, true, proof);
        return proof;
    }

    private static void consistency(
            List<byte[]> leaves, int from, int to, int size, boolean isWhole, List<byte[]> proof) {
        if (size == to - from) {
            if (!isWhole) {
                proof.add(root(leaves, from, to));
            }
            return;
        }
        int half = split(to - from);
        int middle = from + half;
        if (size <= half) {
            consistency(leaves, from, middle, size, isWhole, proof);
            proof.add(root(leaves, middle, to));
        } else {
            consistency(leaves, middle, to, size - half, false, proof);
            proof.add(root(leaves, from, middle));
        }
    }

    /// RFC 9162 §2.1.4.2.
    public static boolean isConsistent(
            long size, byte[] root, long laterSize, byte[] laterRoot, List<byte[]> proof) {
        if (size < 1 || size > laterSize) {
            return false;
        }
        if (size == laterSize) {
            return proof.isEmpty() && Arrays.equals(root, laterRoot);
        }
        var path = new ArrayList<byte[]>(proof);
        if (Long.bitCount(size) == 1) {
            path.addFirst(root);
        }
        if (path.isEmpty()) {
            return false;
        }
        long node = size - 1;
        long last = laterSize - 1;
        while ((node & 1) == 1) {
            node >>>= 1;
            last >>>= 1;
        }
        byte[] hash = path.getFirst();
        byte[] laterHash = hash;
        for (byte[] sibling : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = nodeHash(sibling, hash);
                laterHash = nodeHash(sibling, laterHash);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                laterHash = nodeHash(laterHash, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && Arrays.equals(hash, root) && Arrays.equals(laterHash, laterRoot);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
