package org.fairlead.proof.merkle;

/// The complete subtrees of a log's tree, wherever they are kept. One of level `l` at position `p`
/// stands for the leaves from `p · 2^l` to before `(p + 1) · 2^l`; once complete it never changes.
@FunctionalInterface
public interface TreeNodes {

    /// @param level 0 for the hash of a leaf
    byte[] hash(int level, long position);
}
