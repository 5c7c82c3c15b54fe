// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Units by segment that a method found: clusters, leaves of a tree, leaves of a policy tree. Every
 * unit of the population is in exactly one segment.
 *
 * @param id name in the protocol
 * @param title what it shows
 * @param population whom it speaks of
 * @param found what found the segments
 * @param variable name under which the segments are a variable, the same in every output
 * @param armVariable name of the variable that holds the arm; empty where arms play no part
 * @param segments the segments, in the order shown
 */
public record SegmentTable(
    String id,
    String title,
    Population population,
    Found found,
    String variable,
    String armVariable,
    List<Segment> segments)
    implements RowOutput {

  /**
   * Copies and checks.
   *
   * @throws IllegalArgumentException if there is no segment, a code is twice there, units do not
   *     add up to the population, or segments differ in their means or arms
   */
  public SegmentTable {
    segments = Groups.rows(id, population, segments, segment -> segment.evidence().units());
    Set<String> codes = new HashSet<>();
    Set<List<String>> measures = new HashSet<>();
    Set<Set<String>> arms = new HashSet<>();
    long units = 0;
    for (Segment segment : segments) {
      codes.add(segment.code());
      measures.add(segment.evidence().means().stream().map(GroupMean::measure).toList());
      arms.add(segment.evidence().arms().keySet());
      units += segment.evidence().units();
    }
    boolean differ = codes.size() != segments.size() || measures.size() > 1 || arms.size() > 1;
    boolean named = arms.contains(Set.<String>of()) == armVariable.isEmpty();
    if (differ || !named || units != population.units() || variable.isEmpty()) {
      throw new IllegalArgumentException(
          "segments " + id + ": they do not add up to the population, or differ in means or arms");
    }
  }

  /** What found the segments. */
  public enum Found {
    /** A clustering: who is in is told by nearness. */
    CLUSTERS,
    /** A tree that predicts. */
    TREE,
    /** A tree that assigns an arm. */
    POLICY_TREE
  }

  /**
   * One segment.
   *
   * @param code its code
   * @param description who is in it, in words: a rule, or what is typical
   * @param evidence units, units by arm, means
   */
  public record Segment(String code, String description, GroupEvidence evidence) {

    /** The code; never a figure. */
    @Override
    public String toString() {
      return "Segment[" + code + "]";
    }
  }

  @Override
  public List<Statbarn> statbarns() {
    return List.of(Statbarn.CLUSTERS);
  }

  @Override
  public Evidence.PerRow evidence() {
    return new Evidence.PerRow(segments.stream().map(Segment::evidence).toList());
  }

  /** The shape; never a figure. */
  @Override
  public String toString() {
    return "SegmentTable[" + id + ", " + segments.size() + " segments]";
  }
}
