// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.List;
import org.meent.linkage.quality.LinkageQuality;

/**
 * What a linkage found. Links if two files were linked, clusters if one was; the other is empty.
 *
 * @param job what was asked
 * @param guesses what every column was taken for, if fields were not given
 * @param links one-to-one links, sorted by left id
 * @param draws linkages drawn from the posterior, as many as were asked for
 * @param clusters every record with its cluster, sorted by id
 * @param model the model
 * @param quality what the linkage knows of its own error, without labels
 * @param explanations why the least sure pairs have their probability, as many as were asked for
 */
public record LinkageResult(
    LinkageJob job,
    List<FieldGuess> guesses,
    List<Link> links,
    LinkageDraws draws,
    List<ClusterMember> clusters,
    LinkageModel model,
    LinkageQuality quality,
    List<PairExplanation> explanations) {

  /**
   * Two records of one person.
   *
   * @param leftId id in the left file
   * @param rightId id in the right file
   * @param probability probability that the link is right
   */
  public record Link(String leftId, String rightId, double probability) {}

  /**
   * A record and its person.
   *
   * @param id id of the record
   * @param cluster smallest id among the records of the same person
   */
  public record ClusterMember(String id, String cluster) {}

  /** Copies the lists. */
  public LinkageResult {
    guesses = List.copyOf(guesses);
    links = List.copyOf(links);
    clusters = List.copyOf(clusters);
    explanations = List.copyOf(explanations);
  }
}
