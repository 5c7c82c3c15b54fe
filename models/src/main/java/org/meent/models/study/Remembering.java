// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.meent.models.learner.Design;
import org.meent.models.learner.Learner;
import org.meent.models.learner.Regression;

/**
 * A learner that learns once from the same rows with the same seed. An effect and its possible
 * harms have one treatment and the same people: who takes part is learned for the first and
 * remembered for the others. What is remembered are predictions, under a digest of all that went
 * into them, so that the figures are those of learning again.
 */
final class Remembering implements Learner {
  private final Learner learner;
  private final Map<Key, double[]> predictions = new ConcurrentHashMap<>();

  private Remembering(Learner learner) {
    this.learner = learner;
  }

  /** The same learners, each with a memory of its own. */
  static List<Learner> of(List<Learner> learners) {
    return learners.stream().<Learner>map(Remembering::new).toList();
  }

  @Override
  public String name() {
    return learner.name();
  }

  @Override
  public Regression fit(Design x, double[] target, double[] weights, long seed) {
    Digest rows = new Digest().of(x).of(target).of(weights).of(seed);
    ByteBuffer learned = rows.bytes();
    return at -> {
      Key key = new Key(learned, new Digest().of(at).bytes());
      double[] known = predictions.get(key);
      if (known == null) {
        known = learner.fit(x, target, weights, seed).predict(at);
        predictions.put(key, known);
      }
      return known.clone();
    };
  }

  /** What was learned from, and what was predicted. */
  private record Key(ByteBuffer learned, ByteBuffer predicted) {}

  private static final class Digest {
    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 13);

    Digest() {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    Digest of(Design x) {
      of(x.rows()).of(x.width());
      x.categories().forEach(category -> of(category.first()).of(category.count()));
      for (int j = 0; j < x.width(); j++) {
        for (int i = 0; i < x.rows(); i++) {
          of(Double.doubleToRawLongBits(x.at(i, j)));
        }
      }
      return this;
    }

    Digest of(double[] values) {
      of(values.length);
      for (double value : values) {
        of(Double.doubleToRawLongBits(value));
      }
      return this;
    }

    Digest of(long value) {
      if (!buffer.hasRemaining()) {
        flush();
      }
      buffer.putLong(value);
      return this;
    }

    private void flush() {
      digest.update(buffer.flip());
      buffer.clear();
    }

    ByteBuffer bytes() {
      flush();
      return ByteBuffer.wrap(digest.digest()).asReadOnlyBuffer();
    }
  }
}
