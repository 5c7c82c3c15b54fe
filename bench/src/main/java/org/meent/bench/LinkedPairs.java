// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.meent.linkage.match.LinkageResult;

/** What a linkage gave out, held against the truth: pairs by subgroup of their left record. */
final class LinkedPairs {
  private final Map<String, long[]> counts = new HashMap<>();

  private LinkedPairs() {}

  static LinkedPairs of(LinkageResult result, DrawnPersons drawn) {
    LinkedPairs pairs = new LinkedPairs();
    Map<String, String> groups = drawn.groups();
    for (LinkageResult.Link link : links(result)) {
      String group = groups.getOrDefault(link.leftId(), "");
      pairs.add(group, 0);
      if (drawn.person(link.leftId()) == drawn.person(link.rightId())) {
        pairs.add(group, 1);
      }
    }
    pairs.countMatches(drawn, groups);
    return pairs;
  }

  /** Links, or the pairs within clusters, the smaller id left. */
  static List<LinkageResult.Link> links(LinkageResult result) {
    if (!result.links().isEmpty()) {
      return result.links();
    }
    Map<String, List<String>> members = new HashMap<>();
    List<LinkageResult.Link> links = new ArrayList<>();
    for (LinkageResult.ClusterMember member : result.clusters()) {
      List<String> before = members.computeIfAbsent(member.cluster(), c -> new ArrayList<>());
      before.forEach(id -> links.add(new LinkageResult.Link(id, member.id(), 0.5)));
      before.add(member.id());
    }
    return links;
  }

  private void countMatches(DrawnPersons drawn, Map<String, String> groups) {
    Map<Integer, List<String>> lefts = new HashMap<>();
    groups.keySet().stream()
        .sorted()
        .forEach(id -> lefts.computeIfAbsent(drawn.person(id), p -> new ArrayList<>()).add(id));
    if (drawn.isOneFile()) {
      for (List<String> ids : lefts.values()) {
        for (int i = 0; i < ids.size(); i++) {
          for (int j = i + 1; j < ids.size(); j++) {
            add(groups.getOrDefault(ids.get(i), ""), 2);
          }
        }
      }
      return;
    }
    for (String line : drawn.right().subList(1, drawn.right().size())) {
      int person = drawn.person(line.substring(0, line.indexOf(',')));
      for (String id : lefts.getOrDefault(person, List.of())) {
        add(groups.getOrDefault(id, ""), 2);
      }
    }
  }

  private void add(String group, int what) {
    counts.computeIfAbsent(group, g -> new long[3])[what]++;
  }

  private long sum(String group, int what) {
    return counts.entrySet().stream()
        .filter(entry -> group.isEmpty() || entry.getKey().equals(group))
        .mapToLong(entry -> entry.getValue()[what])
        .sum();
  }

  long matches(String group) {
    return sum(group, 2);
  }

  double precision(String group) {
    return sum(group, 0) == 0 ? 1 : (double) sum(group, 1) / sum(group, 0);
  }

  double recall(String group) {
    return sum(group, 2) == 0 ? 0 : (double) sum(group, 1) / sum(group, 2);
  }

  double f1() {
    return 2.0 * sum("", 1) / Math.max(1, sum("", 0) + sum("", 2));
  }
}
