package org.fairlead.proof.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StoredTreeTest {

    private final Map<TreeNode.Place, byte[]> kept = new HashMap<>();
    private final List<byte[]> leaves = new ArrayList<>();
    private final StoredTree tree =
            new StoredTree((level, position) -> {
                byte[] hash = kept.get(new TreeNode.Place(level, position));
                if (hash == null) {
                    throw new AssertionError(level + "/" + position + " is not kept");
                }
                return hash;
            });

    private void add(int count) {
        var added = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++) {
            byte[] data = ("entry " + (leaves.size() + i)).getBytes(StandardCharsets.UTF_8);
            added.add(MerkleTree.leafHash(data));
        }
        for (TreeNode node : tree.completedBy(leaves.size(), added)) {
            assertThat(kept.put(new TreeNode.Place(node.level(), node.position()), node.hash()))
                    .isNull();
        }
        leaves.addAll(added);
    }

    @Test
    void hasTheRootsAndProofsOfTheWholeTreeHoweverItGrew() {
        var random = new Random(6962);
        while (leaves.size() < 70) {
            add(random.nextInt(6));
            int size = leaves.size();

            assertThat(tree.root(size)).as("root of %d", size).isEqualTo(MerkleTree.root(leaves));
            for (int index = 0; index < size; index++) {
                assertThat(tree.inclusion(index, size))
                        .as("%d of %d", index, size)
                        .containsExactlyElementsOf(MerkleTree.inclusion(leaves, index));
                assertThat(tree.consistency(index + 1, size))
                        .as("%d in %d", index + 1, size)
                        .containsExactlyElementsOf(MerkleTree.consistency(leaves, index + 1));
            }
        }
    }

    @Test
    void stillProvesWhatItWasEarlier() {
        add(50);
        byte[] root = MerkleTree.root(leaves.subList(0, 37));

        assertThat(tree.root(37)).isEqualTo(root);
        assertThat(MerkleTree.isIncluded(leaves.get(36), 36, 37, tree.inclusion(36, 37), root))
                .isTrue();
    }

    /// A question asked of a log of ten million entries reads a few nodes.
    @Test
    void saysBeforehandWhichFewNodesItNeeds() {
        long size = 10_000_000;

        assertThat(StoredTree.needs(asked -> asked.root(size))).hasSizeLessThan(25);
        assertThat(StoredTree.needs(asked -> asked.inclusion(4_711, size))).hasSizeLessThan(50);
        assertThat(StoredTree.needs(asked -> asked.consistency(9_876_543, size)))
                .hasSizeLessThan(60);
    }

    @Test
    void namesTheLeafThatIsNotThere() {
        add(3);

        assertThatThrownBy(() -> tree.inclusion(3, 3)).hasMessage("leaf 3 of 3");
        assertThatThrownBy(() -> tree.consistency(4, 3)).hasMessage("size 4 of 3");
    }
}
