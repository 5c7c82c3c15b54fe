// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.described;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.disclosure.output.Dimension;

/**
 * A group that a released figure is about: what its people share.
 *
 * @param codes code by field; empty for everybody in the study
 */
public record Likeness(SortedMap<String, String> codes) {
  /** Everybody in the study. */
  public static final Likeness EVERYBODY = new Likeness(new TreeMap<>());

  /** Copies the codes. */
  public Likeness {
    codes = new TreeMap<>(codes);
  }

  /** The group of one field. */
  public static Likeness of(String field, String code) {
    return new Likeness(new TreeMap<>(java.util.Map.of(field, code)));
  }

  /** Reads a group as released tables write it: {@code Total} or {@code sex=2, schooling=1}. */
  static Optional<Likeness> parse(String subject) {
    if (subject.equals(Dimension.TOTAL)) {
      return Optional.of(EVERYBODY);
    }
    SortedMap<String, String> codes = new TreeMap<>();
    for (String part : subject.split(", ", -1)) {
      int at = part.indexOf('=');
      if (at < 1 || codes.put(part.substring(0, at), part.substring(at + 1)) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(new Likeness(codes));
  }

  /** Whether the described person belongs to it: every field of the group was said, and agrees. */
  public boolean fits(Description description) {
    return codes.entrySet().stream()
        .allMatch(entry -> entry.getValue().equals(description.fields().get(entry.getKey())));
  }

  /** Whether this group lies within another one and is smaller. */
  boolean isFinerThan(Likeness other) {
    return codes.size() > other.codes.size()
        && codes.entrySet().containsAll(other.codes.entrySet());
  }

  /**
   * The finest of some groups: those that hold no other. Two that only overlap both stay, because
   * nothing was released about people who are in both.
   */
  static List<Likeness> finest(Collection<Likeness> groups) {
    List<Likeness> finest = new ArrayList<>();
    for (Likeness group : groups) {
      if (!finest.contains(group) && groups.stream().noneMatch(o -> o.isFinerThan(group))) {
        finest.add(group);
      }
    }
    return finest;
  }
}
