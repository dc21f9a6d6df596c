package org.fairlead.proof.merkle;

/// A complete subtree and its hash.
///
/// @param level 0 for a leaf
/// @param position counted among those of its level
public record TreeNode(int level, long position, byte[] hash) {

    public TreeNode {
        hash = hash.clone();
    }

    @Override
    public byte[] hash() {
        return hash.clone();
    }

    /// Where a node is, without its hash.
    public record Place(int level, long position) {}
}
