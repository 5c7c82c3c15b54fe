// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Facts in the order in which they became known, each id once.
 *
 * @param list the facts
 */
public record Facts(List<Fact> list) {
  /** Nothing known yet. */
  public static final Facts NONE = new Facts(List.of());

  /**
   * Copies the facts.
   *
   * @throws IllegalArgumentException if an id stands twice
   */
  public Facts {
    Map<String, Fact> byId = new LinkedHashMap<>();
    for (Fact fact : list) {
      if (byId.putIfAbsent(fact.id(), fact) != null) {
        throw new IllegalArgumentException("known twice: " + fact.id());
      }
    }
    list = List.copyOf(list);
  }

  /**
   * These facts and more.
   *
   * @throws IllegalArgumentException if an id is known already
   */
  public Facts with(Collection<Fact> more) {
    List<Fact> all = new ArrayList<>(list);
    all.addAll(more);
    return new Facts(all);
  }

  /**
   * These facts and one more.
   *
   * @throws IllegalArgumentException if its id is known already
   */
  public Facts with(Fact fact) {
    return with(List.of(fact));
  }

  /** The fact of that id, if it is known or known not to be filled in. */
  public Optional<Fact> find(String id) {
    return list.stream().filter(fact -> fact.id().equals(id)).findFirst();
  }

  /** The facts whose id starts with that prefix and a dot. */
  public Facts under(String prefix) {
    return new Facts(list.stream().filter(fact -> fact.id().startsWith(prefix + ".")).toList());
  }
}
