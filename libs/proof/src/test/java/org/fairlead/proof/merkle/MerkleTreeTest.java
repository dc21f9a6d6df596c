package org.fairlead.proof.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    /// The eight inputs and the roots of the tests that the Certificate Transparency project
    /// published with RFC 6962.
    private static final List<String> INPUTS =
            List.of(
                    "",
                    "00",
                    "10",
                    "2021",
                    "3031",
                    "40414243",
                    "5051525354555657",
                    "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS =
            List.of(
                    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static List<byte[]> leaves(int count) {
        var leaves = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++) {
            byte[] data =
                    i < INPUTS.size()
                            ? HexFormat.of().parseHex(INPUTS.get(i))
                            : Integer.toString(i).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            leaves.add(MerkleTree.leafHash(data));
        }
        return leaves;
    }

    @Test
    void hasTheRootsPublishedWithTheStandard() {
        for (int size = 1; size <= ROOTS.size(); size++) {
            assertThat(HexFormat.of().formatHex(MerkleTree.root(leaves(size))))
                    .as("size %d", size)
                    .isEqualTo(ROOTS.get(size - 1));
        }
        assertThat(HexFormat.of().formatHex(MerkleTree.root(List.of())))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void provesEveryLeafOfEveryTreeAndNoOther() {
        for (int size = 1; size <= 33; size++) {
            var leaves = leaves(size);
            byte[] root = MerkleTree.root(leaves);
            for (int index = 0; index < size; index++) {
                var proof = MerkleTree.inclusion(leaves, index);

                assertThat(MerkleTree.isIncluded(leaves.get(index), index, size, proof, root))
                        .as("%d of %d", index, size)
                        .isTrue();
                assertThat(
                                MerkleTree.isIncluded(
                                        leaves.get((index + 1) % size), index, size, proof, root))
                        .as("another leaf for %d of %d", index, size)
                        .isEqualTo(size == 1);
            }
        }
    }

    @Test
    void provesThatALogOnlyGrew() {
        for (int later = 1; later <= 33; later++) {
            var leaves = leaves(later);
            byte[] laterRoot = MerkleTree.root(leaves);
            for (int size = 1; size <= later; size++) {
                byte[] root = MerkleTree.root(leaves.subList(0, size));
                var proof = MerkleTree.consistency(leaves, size);

                assertThat(MerkleTree.isConsistent(size, root, later, laterRoot, proof))
                        .as("%d in %d", size, later)
                        .isTrue();
                byte[] other = root.clone();
                other[7] ^= 1;
                assertThat(MerkleTree.isConsistent(size, other, later, laterRoot, proof))
                        .as("another history of %d in %d", size, later)
                        .isFalse();
            }
        }
    }

    @Test
    void findsARewrittenEntryAgainstARootKeptElsewhere() {
        var leaves = leaves(20);
        byte[] kept = MerkleTree.root(leaves.subList(0, 12));
        leaves.set(5, MerkleTree.leafHash(new byte[] {42}));

        assertThat(
                        MerkleTree.isConsistent(
                                12,
                                kept,
                                20,
                                MerkleTree.root(leaves),
                                MerkleTree.consistency(leaves, 12)))
                .isFalse();
    }

    @Test
    void namesTheLeafThatIsNotThere() {
        assertThatThrownBy(() -> MerkleTree.inclusion(leaves(3), 3)).hasMessage("leaf 3 of 3");
        assertThatThrownBy(() -> MerkleTree.consistency(leaves(3), 4)).hasMessage("size 4 of 3");
    }
}
