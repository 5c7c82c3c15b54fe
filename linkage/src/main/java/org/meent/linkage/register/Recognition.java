// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.register;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which register a file is of, and which of its columns the dictionary does not know.
 *
 * @param register the register
 * @param by what tells so
 * @param name the file's name, if it follows the grammar
 * @param known how many of its columns the dictionary knows
 * @param unknown the others, with the nearest known spelling
 */
public record Recognition(
    Register register, Sign by, Optional<RegisterFileName> name, int known, List<Unknown> unknown) {
  private static final int ENOUGH = 3;
  private static final double MOST = 0.6;

  /** What tells of which register a file is. */
  public enum Sign {
    /** The name of the file. */
    NAME,
    /** The names of its columns: most are those of this register and of no other. */
    COLUMNS
  }

  /**
   * A column that the dictionary does not know.
   *
   * @param column its name
   * @param nearest the known spelling nearest to it; empty if none is near
   */
  public record Unknown(String column, Optional<String> nearest) {}

  /** Copies the list. */
  public Recognition {
    unknown = List.copyOf(unknown);
  }

  /** Recognises a file by its name, or else by its columns; empty if neither tells. */
  public static Optional<Recognition> of(
      RegisterDictionary dictionary, Path file, List<String> columns) {
    Optional<RegisterFileName> name = RegisterFileName.of(file);
    Optional<Register> byName = name.flatMap(one -> dictionary.find(one.register()));
    if (byName.isPresent()) {
      return Optional.of(read(byName.get(), Sign.NAME, name, columns));
    }
    return byColumns(dictionary, columns)
        .map(register -> read(register, Sign.COLUMNS, name, columns));
  }

  private static Recognition read(
      Register register, Sign by, Optional<RegisterFileName> name, List<String> columns) {
    List<Unknown> unknown = new ArrayList<>();
    for (String column : columns) {
      if (register.column(column).isEmpty()) {
        unknown.add(new Unknown(column, register.nearest(column)));
      }
    }
    return new Recognition(register, by, name, columns.size() - unknown.size(), unknown);
  }

  /**
   * The one register that knows most columns, when those are enough; columns of keys tell nothing.
   */
  private static Optional<Register> byColumns(RegisterDictionary dictionary, List<String> columns) {
    Optional<Register> best = Optional.empty();
    long most = ENOUGH - 1;
    for (Register register : dictionary.registers()) {
      List<String> keys =
          register.keys().stream()
              .filter(RegisterKey.PersonPair.class::isInstance)
              .flatMap(key -> key.columns().stream())
              .toList();
      List<String> own =
          columns.stream().filter(one -> keys.stream().noneMatch(one::equalsIgnoreCase)).toList();
      long known = own.stream().filter(one -> register.column(one).isPresent()).count();
      if (known == most && known >= ENOUGH) {
        best = Optional.empty();
      }
      if (known > most && known >= MOST * own.size()) {
        best = Optional.of(register);
        most = known;
      }
    }
    return best;
  }
}
