// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.meent.protocols.literature.Reference;

/**
 * Merkle trees over entries in order: leaf hash = SHA-256(0x00 ‖ entry), node hash = SHA-256(0x01 ‖
 * left ‖ right), where the left part of n leaves holds the largest power of two below n.
 */
@Reference(
    authors = "B. Laurie, E. Messeri, R. Stradling (2021)",
    title = "Certificate Transparency Version 2.0, section 2.1",
    source = "RFC 9162",
    url = "https://www.rfc-editor.org/rfc/rfc9162#section-2.1")
public final class MerkleTree {
  private final List<byte[]> leaves;

  private MerkleTree(List<byte[]> leaves) {
    this.leaves = leaves;
  }

  /** The tree over these entries. */
  public static MerkleTree of(List<byte[]> entries) {
    return new MerkleTree(entries.stream().map(MerkleTree::leaf).toList());
  }

  /** Number of entries. */
  public int size() {
    return leaves.size();
  }

  /** The root over all entries; of none, the hash of nothing. */
  public byte[] root() {
    return root(size());
  }

  /** The root when there were only the first entries (RFC 9162, 2.1.1). */
  public byte[] root(int first) {
    return first == 0 ? sha256() : hash(0, first);
  }

  /**
   * The proof that the entry at an index is in the tree of the first entries (2.1.3.1): hashes from
   * the leaf up.
   *
   * @throws IllegalArgumentException if there is no such entry
   */
  public List<byte[]> inclusion(int index, int first) {
    if (index < 0 || index >= first || first > size()) {
      throw new IllegalArgumentException("no entry " + index + " among " + first);
    }
    List<byte[]> path = new ArrayList<>();
    inclusion(index, 0, first, path);
    return path;
  }

  /**
   * The proof that the tree of the first entries is the beginning of the tree of more (2.1.4.1).
   *
   * @throws IllegalArgumentException unless 0 &lt; first ≤ more ≤ size
   */
  public List<byte[]> consistency(int first, int more) {
    if (first <= 0 || first > more || more > size()) {
      throw new IllegalArgumentException("no proof from " + first + " to " + more);
    }
    List<byte[]> path = new ArrayList<>();
    consistency(first, 0, more, true, path);
    return path;
  }

  /** Whether an entry is at that index of the tree with that size and root (2.1.3.2). */
  public static boolean isIncluded(
      byte[] entry, long index, long size, byte[] root, List<byte[]> proof) {
    if (index < 0 || index >= size) {
      return false;
    }
    long fn = index;
    long sn = size - 1;
    byte[] r = leaf(entry);
    for (byte[] p : proof) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        r = node(p, r);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        r = node(r, p);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && MessageDigest.isEqual(r, root);
  }

  /** Whether the tree of size and root {@code first} is the beginning of the other (2.1.4.2). */
  public static boolean isConsistent(
      long first, byte[] firstRoot, long second, byte[] secondRoot, List<byte[]> proof) {
    if (first <= 0 || first > second) {
      return false;
    }
    if (first == second) {
      return proof.isEmpty() && MessageDigest.isEqual(firstRoot, secondRoot);
    }
    List<byte[]> path = new ArrayList<>(proof);
    if (Long.bitCount(first) == 1) {
      path.addFirst(firstRoot);
    }
    if (path.isEmpty()) {
      return false;
    }
    long fn = first - 1;
    long sn = second - 1;
    while ((fn & 1) == 1) {
      fn >>= 1;
      sn >>= 1;
    }
    byte[] fr = path.getFirst();
    byte[] sr = path.getFirst();
    for (byte[] c : path.subList(1, path.size())) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        fr = node(c, fr);
        sr = node(c, sr);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        sr = node(sr, c);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && MessageDigest.isEqual(fr, firstRoot) && MessageDigest.isEqual(sr, secondRoot);
  }

  private byte[] hash(int from, int to) {
    if (to - from == 1) {
      return leaves.get(from);
    }
    int split = from + split(to - from);
    return node(hash(from, split), hash(split, to));
  }

  private void inclusion(int index, int from, int to, List<byte[]> path) {
    if (to - from == 1) {
      return;
    }
    int split = from + split(to - from);
    if (index < split) {
      inclusion(index, from, split, path);
      path.add(hash(split, to));
    } else {
      inclusion(index, split, to, path);
      path.add(hash(from, split));
    }
  }

  private void consistency(int first, int from, int to, boolean whole, List<byte[]> path) {
    if (first == to) {
      if (!whole) {
        path.add(hash(from, to));
      }
      return;
    }
    int split = from + split(to - from);
    if (first <= split) {
      consistency(first, from, split, whole, path);
      path.add(hash(split, to));
    } else {
      consistency(first, split, to, false, path);
      path.add(hash(from, split));
    }
  }

  /** The largest power of two below the number of leaves. */
  private static int split(int count) {
    return Integer.highestOneBit(count - 1);
  }

  private static byte[] leaf(byte[] entry) {
    return sha256(new byte[] {0}, entry);
  }

  private static byte[] node(byte[] left, byte[] right) {
    return sha256(new byte[] {1}, left, right);
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Arrays.stream(parts).forEach(digest::update);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
