// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reference values: the test vectors of the Certificate Transparency project (eight leaves, roots
 * of the trees over the first n, audit paths and consistency proofs), which RFC 6962
 * implementations share; RFC 9162 keeps the same hashes.
 */
class MerkleTreeTest {
  private static final List<byte[]> LEAVES =
      List.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .stream()
          .map(HexFormat.of()::parseHex)
          .toList();

  @ParameterizedTest
  @CsvSource({
    "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  })
  void rootsOfTheVectors(int size, String root) {
    assertThat(hex(MerkleTree.of(LEAVES).root(size))).isEqualTo(root);
  }

  @Test
  void inclusionOfTheVectors() {
    assertThat(hexes(MerkleTree.of(LEAVES).inclusion(0, 8)))
        .containsExactly(
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
  }

  @Test
  void consistencyOfTheVectors() {
    assertThat(hexes(MerkleTree.of(LEAVES).consistency(6, 8)))
        .containsExactly(
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    assertThat(hexes(MerkleTree.of(LEAVES).consistency(2, 5)))
        .containsExactly(
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
  }

  /** Every entry of every tree up to 33 is proven; a wrong entry, index, size or hash is not. */
  @Test
  void provesInclusionAndNothingElse() {
    List<byte[]> entries = entries(33);
    MerkleTree tree = MerkleTree.of(entries);
    for (int size = 1; size <= entries.size(); size++) {
      byte[] root = tree.root(size);
      for (int index = 0; index < size; index++) {
        List<byte[]> proof = tree.inclusion(index, size);
        assertThat(MerkleTree.isIncluded(entries.get(index), index, size, root, proof)).isTrue();
        byte[] other = entries.get((index + 1) % entries.size());
        assertThat(MerkleTree.isIncluded(other, index, size, root, proof)).isFalse();
        assertThat(MerkleTree.isIncluded(entries.get(index), index + 1, size, root, proof))
            .isFalse();
        for (List<byte[]> bad : spoilt(proof)) {
          assertThat(MerkleTree.isIncluded(entries.get(index), index, size, root, bad)).isFalse();
        }
      }
    }
  }

  /** Every beginning of every tree up to 33 is proven; another beginning or hash is not. */
  @Test
  void provesConsistencyAndNothingElse() {
    MerkleTree tree = MerkleTree.of(entries(33));
    List<byte[]> changed = new ArrayList<>(entries(33));
    changed.set(0, new byte[] {9});
    MerkleTree forged = MerkleTree.of(changed);
    for (int second = 1; second <= 33; second++) {
      for (int first = 1; first <= second; first++) {
        List<byte[]> proof = tree.consistency(first, second);
        byte[] root = tree.root(second);
        assertThat(MerkleTree.isConsistent(first, tree.root(first), second, root, proof)).isTrue();
        assertThat(MerkleTree.isConsistent(first, forged.root(first), second, root, proof))
            .isFalse();
        assertThat(
                MerkleTree.isConsistent(
                    first, tree.root(first), second, forged.root(second), proof))
            .isFalse();
        for (List<byte[]> bad : spoilt(proof)) {
          assertThat(MerkleTree.isConsistent(first, tree.root(first), second, root, bad)).isFalse();
        }
      }
    }
  }

  @Test
  void refusesWhatIsNotThere() {
    MerkleTree tree = MerkleTree.of(LEAVES);
    assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(8, 8));
    assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(0, 9));
    assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(0, 8));
    assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(5, 4));
    assertThat(MerkleTree.isConsistent(0, tree.root(0), 8, tree.root(8), List.of())).isFalse();
  }

  /** The proof without its last hash, with one more, and with each hash changed. */
  private static List<List<byte[]>> spoilt(List<byte[]> proof) {
    List<List<byte[]>> all = new ArrayList<>();
    List<byte[]> longer = new ArrayList<>(proof);
    longer.add(new byte[32]);
    all.add(longer);
    for (int i = 0; i < proof.size(); i++) {
      List<byte[]> changed = new ArrayList<>(proof);
      byte[] hash = proof.get(i).clone();
      hash[i % 32] ^= 1;
      changed.set(i, hash);
      all.add(changed);
    }
    if (!proof.isEmpty()) {
      all.add(proof.subList(0, proof.size() - 1));
    }
    return all;
  }

  private static List<byte[]> entries(int count) {
    return IntStream.range(0, count).mapToObj(i -> new byte[] {(byte) i, 7}).toList();
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  private static List<String> hexes(List<byte[]> hashes) {
    return hashes.stream().map(MerkleTreeTest::hex).toList();
  }
}
