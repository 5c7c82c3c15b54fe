// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Joins the spells of two sources, person by person, under a declared relation. A join that gives
 * more rows than the relation allows stops the run, after everything was counted; whatever the
 * visitor was shown until then must be thrown away.
 *
 * @param name what is joined, as a refusal should call it, such as {@code bijstand, spolis}
 * @param relation how many partners a spell may have
 */
public record SpellJoin(String name, Relation relation) {

  /** How many partners a spell of the left source, and one of the right, may have. */
  public enum Relation {
    /** A left spell has at most one partner, and so has a right spell. */
    ONE_TO_ONE,
    /** A left spell may have several partners; a right spell at most one. */
    ONE_TO_MANY,
    /** A left spell has at most one partner; a right spell may have several. */
    MANY_TO_ONE,
    /** Any number on both sides: the rows multiply, and that was declared. */
    MANY_TO_MANY;

    boolean leftMayRepeat() {
      return this == ONE_TO_MANY || this == MANY_TO_MANY;
    }

    boolean rightMayRepeat() {
      return this == MANY_TO_ONE || this == MANY_TO_MANY;
    }
  }

  /** Is shown each pair. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * A pair.
     *
     * @param person key of the person
     * @param left spells of the left source
     * @param i number of the spell in it
     * @param right spells of the right source
     * @param j number of the spell in it
     */
    void pair(long person, Track left, int i, Track right, int j);
  }

  /**
   * Pairs spells of a person that have a day in common.
   *
   * @return what was joined
   * @throws org.meent.protocols.refusal.RefusalException if a spell has more partners than declared
   */
  public JoinCounts overlapping(SpellFeed left, SpellFeed right, Visitor visitor) {
    return run(left, right, Pairing.OVERLAPPING, visitor);
  }

  /**
   * Pairs each left spell with the next right spell: the first that starts on the day on which the
   * left one has ended, or later. An open spell has no next.
   *
   * @return what was joined
   * @throws org.meent.protocols.refusal.RefusalException if a spell has more partners than declared
   */
  public JoinCounts next(SpellFeed left, SpellFeed right, Visitor visitor) {
    return run(left, right, Pairing.NEXT, visitor);
  }

  private JoinCounts run(SpellFeed left, SpellFeed right, Pairing pairing, Visitor visitor) {
    Joining joining = new Joining(pairing, visitor);
    boolean hasLeft = left.next();
    boolean hasRight = right.next();
    // Three branches on purpose: with the tracks chosen by conditional expressions, the optimising
    // compiler of Temurin 25.0.3 handed over null after some million persons.
    while (hasLeft || hasRight) {
      int order = order(hasLeft, left, hasRight, right);
      if (order < 0) {
        joining.onlyLeft(left.spells());
        hasLeft = left.next();
      } else if (order > 0) {
        joining.onlyRight(right.spells());
        hasRight = right.next();
      } else {
        joining.both(left.person(), left.spells(), right.spells());
        hasLeft = left.next();
        hasRight = right.next();
      }
    }
    JoinCounts counts = joining.counts();
    check(counts);
    return counts;
  }

  private static int order(boolean hasLeft, SpellFeed left, boolean hasRight, SpellFeed right) {
    if (!hasRight) {
      return -1;
    }
    return hasLeft ? Long.compare(left.person(), right.person()) : 1;
  }

  private void check(JoinCounts counts) {
    long left = relation.leftMayRepeat() ? 0 : counts.leftRepeated();
    long right = relation.rightMayRepeat() ? 0 : counts.rightRepeated();
    if (left + right > 0) {
      throw Refusal.badInput("linkage.spell.relation", Where.field(name), word(), left, right)
          .asException();
    }
  }

  private String word() {
    return switch (relation) {
      case ONE_TO_ONE -> "one-to-one";
      case ONE_TO_MANY -> "one-to-many";
      case MANY_TO_ONE -> "many-to-one";
      case MANY_TO_MANY -> "many-to-many";
    };
  }

  /** Which spells are partners. */
  enum Pairing {
    OVERLAPPING,
    NEXT
  }
}
