// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Units by bins of a number: a histogram, or with means a figure of binned points such as a
 * calibration curve (mean prediction and share of events by bin of the prediction). Every unit of
 * the population is in exactly one bin.
 *
 * @param id name in the protocol
 * @param title what it shows
 * @param population whom it speaks of
 * @param variable name of the binned number in the protocol, the same in every output
 * @param label name for people, with the unit of measurement
 * @param edges what is known of the outermost edges
 * @param bins the bins in ascending order, each with the same means
 */
public record BinnedFigure(
    String id,
    String title,
    Population population,
    String variable,
    String label,
    Edges edges,
    List<Bin> bins)
    implements RowOutput {

  /**
   * Copies and checks.
   *
   * @throws IllegalArgumentException if there is no bin, bins overlap, their units do not add up to
   *     the population, or they have different means
   */
  public BinnedFigure {
    bins = Groups.rows(id, population, bins, bin -> bin.evidence().units());
    long units = bins.stream().mapToLong(bin -> bin.evidence().units()).sum();
    Set<List<String>> measures = new HashSet<>();
    double from = Double.NEGATIVE_INFINITY;
    for (Bin bin : bins) {
      measures.add(bin.evidence().means().stream().map(GroupMean::measure).toList());
      if (bin.lower() < from) {
        throw new IllegalArgumentException("figure " + id + ": bins overlap or are out of order");
      }
      from = bin.upper();
    }
    if (units != population.units() || measures.size() > 1) {
      throw new IllegalArgumentException(
          "figure " + id + ": bins do not add up to the population, or have different means");
    }
  }

  /**
   * One bin.
   *
   * @param lower lower edge, itself in the bin
   * @param upper upper edge; in the bin only where it is the last one
   * @param evidence units and means
   */
  public record Bin(double lower, double upper, GroupEvidence evidence) {

    /**
     * Checks the edges.
     *
     * @throws IllegalArgumentException if they are not in order
     */
    public Bin {
      if (!(lower < upper)) {
        throw new IllegalArgumentException("a bin needs a lower and a higher edge");
      }
    }

    /** The bin by its edges. */
    public String code() {
      return "[" + lower + ", " + upper + ")";
    }

    /** No figure of it. */
    @Override
    public String toString() {
      return "Bin";
    }
  }

  /**
   * How many units stand exactly on the outermost edges: an edge drawn from the records is
   * somebody's value.
   *
   * @param atLowest units whose value is the lowest edge
   * @param atHighest units whose value is the highest edge
   */
  public record Edges(long atLowest, long atHighest) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public Edges {
      if (atLowest < 0 || atHighest < 0) {
        throw new IllegalArgumentException("a number of units on an edge is negative");
      }
    }

    /** No figure. */
    @Override
    public String toString() {
      return "Edges";
    }
  }

  @Override
  public List<Statbarn> statbarns() {
    return bins.getFirst().evidence().means().isEmpty()
        ? List.of(Statbarn.FREQUENCIES)
        : List.of(Statbarn.FREQUENCIES, Statbarn.LINEAR_AGGREGATIONS);
  }

  @Override
  public Evidence.Bins evidence() {
    return new Evidence.Bins(edges, bins.stream().map(Bin::evidence).toList());
  }

  /** The shape; never a figure. */
  @Override
  public String toString() {
    return "BinnedFigure[" + id + ", " + bins.size() + " bins]";
  }
}
