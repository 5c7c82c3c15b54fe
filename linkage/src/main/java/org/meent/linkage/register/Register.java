// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import org.meent.protocols.yaml.Nearest;

/**
 * What is known about one register, survey or delivery. The list of columns holds those that public
 * sources name; a file may have more.
 *
 * @param name its usual name
 * @param title what it holds
 * @param theme Meent's own grouping, such as {@code work}; not the name of a folder
 * @param kind register, survey or service note
 * @param names spellings of the name by year, the usual one first
 * @param keys its keys; that of a person first, where there is one
 * @param rows what a row stands for
 * @param columns the columns
 * @param limits what it cannot say, and what surprises its users
 * @param basis on what name and rows rest
 */
public record Register(
    String name,
    Wording title,
    String theme,
    SourcePlan.Kind kind,
    List<Spelling> names,
    List<RegisterKey> keys,
    RowMeaning rows,
    List<RegisterColumn> columns,
    List<Wording> limits,
    Basis basis) {

  /** Copies the lists. */
  public Register {
    names = List.copyOf(names);
    keys = List.copyOf(keys);
    columns = List.copyOf(columns);
    limits = List.copyOf(limits);
  }

  /** Whether a written name is one of its names. */
  public boolean isCalled(String written) {
    return names.stream().anyMatch(spelling -> spelling.matches(written));
  }

  /** The column that is written like this in any year, in capitals or not. */
  public Optional<RegisterColumn> column(String written) {
    return columns.stream().filter(column -> column.matches(written)).findFirst();
  }

  /**
   * The column that is written like this.
   *
   * @throws org.meent.protocols.refusal.RefusalException if it is not known; names the nearest
   */
  public RegisterColumn requireColumn(String written, Where where) {
    return column(written)
        .orElseThrow(
            () ->
                nearest(written)
                    .map(
                        near ->
                            Refusal.badInput(
                                "linkage.register.column-near",
                                where.in(written),
                                name,
                                written,
                                near))
                    .orElseGet(
                        () ->
                            Refusal.badInput(
                                "linkage.register.column", where.in(written), name, written))
                    .asException());
  }

  /** The known spelling that an unknown name was probably meant to be. */
  public Optional<String> nearest(String written) {
    List<String> known = new ArrayList<>();
    columns.forEach(column -> column.spellings().forEach(one -> known.add(one.name())));
    return Nearest.of(written, known);
  }
}
