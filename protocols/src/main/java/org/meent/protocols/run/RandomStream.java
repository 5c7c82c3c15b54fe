// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.run;

import org.meent.protocols.literature.Reference;

/**
 * A keyed stream of random numbers: the same seed and key give the same numbers on any machine, in
 * any thread, in any order of work. Each unit of work (a tree, a person, a fold) takes the stream
 * of its own key and never shares it.
 *
 * <p>The generator is SplitMix64; the start state mixes the seed with each word of the key. Not for
 * secrets: keys and commitments use the platform's secure source.
 */
@Reference(
    authors = "G. L. Steele, D. Lea, C. H. Flood (2014)",
    title = "Fast splittable pseudorandom number generators",
    source = "OOPSLA 2014, 453-472",
    url = "https://doi.org/10.1145/2660193.2660195")
public final class RandomStream {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private RandomStream(long state) {
    this.state = state;
  }

  /** The stream of a key of numbers under a seed. */
  public static RandomStream of(long seed, long... key) {
    long state = mix(seed + GOLDEN);
    for (long word : key) {
      state = mix(state ^ mix(word + GOLDEN)) + GOLDEN;
    }
    return new RandomStream(state);
  }

  /** The stream of a named purpose, so that two purposes with the same numbers stay apart. */
  public static RandomStream of(long seed, String purpose, long... key) {
    long name = 0;
    for (int i = 0; i < purpose.length(); i++) {
      name = mix(name ^ purpose.charAt(i)) + GOLDEN;
    }
    return of(mix(seed) ^ name, key);
  }

  /** 64 random bits. */
  public long nextLong() {
    state += GOLDEN;
    return mix(state);
  }

  /** A number in [0, 1) with 53 random bits. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /**
   * A whole number in [0, bound), without bias.
   *
   * @throws IllegalArgumentException if the bound is not positive
   */
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be positive: " + bound);
    }
    long product = (nextLong() >>> 32) * bound;
    long low = product & 0xFFFFFFFFL;
    if (low < bound) {
      long threshold = (0x1_0000_0000L - bound) % bound;
      while (low < threshold) {
        product = (nextLong() >>> 32) * bound;
        low = product & 0xFFFFFFFFL;
      }
    }
    return (int) (product >>> 32);
  }

  /** A standard normal number (Box-Muller with StrictMath, one draw per call). */
  public double nextGaussian() {
    double u = 1 - nextDouble();
    double v = nextDouble();
    return StrictMath.sqrt(-2 * StrictMath.log(u)) * StrictMath.cos(2 * StrictMath.PI * v);
  }

  /** Shuffles the first {@code count} places of an array (Fisher-Yates). */
  public void shuffle(int[] values, int count) {
    for (int i = count - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int swap = values[i];
      values[i] = values[j];
      values[j] = swap;
    }
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
