// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics;

import java.util.List;

/**
 * The soft findings of one rule on one output, set aside by two output checkers, neither of them
 * the author, for the same reason and over the same bytes. Only this package makes one, from
 * statements whose signatures hold; the gate demands it.
 */
public final class Waiver {
  private final List<Signed> signed;

  Waiver(List<Signed> signed) {
    this.signed = List.copyOf(signed);
  }

  /**
   * A statement as it was signed.
   *
   * @param statement what was said
   * @param signature the detached CMS signature over its bytes
   */
  public record Signed(WaiverStatement statement, byte[] signature) {}

  /** Whether it sets aside what a rule found on exactly these bytes of an output. */
  public boolean covers(String output, String content, String rule) {
    WaiverStatement said = first();
    return said.output().equals(output)
        && said.content().equals(content)
        && said.rule().equals(rule);
  }

  /** What each checker said, by name. */
  public List<WaiverStatement> statements() {
    return signed.stream().map(Signed::statement).toList();
  }

  /** The same with the signatures, to travel with what leaves. */
  public List<Signed> signed() {
    return signed;
  }

  /** The rule whose findings are set aside. */
  public String rule() {
    return first().rule();
  }

  /** Why. */
  public WaiverReason reason() {
    return first().reason();
  }

  private WaiverStatement first() {
    return signed.getFirst().statement();
  }
}
