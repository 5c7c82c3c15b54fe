// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.house;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The list of forbidden calls, as data, and the search for them. */
final class ForbiddenApis {
  /**
   * One line of the list: a class or package, perhaps a method, why not, and where all the same.
   */
  record Entry(String owner, String method, String reason, List<String> excepted) {

    boolean concerns(JavaAccess<?> access) {
      String target = access.getTargetOwner().getFullName();
      boolean owned = target.equals(owner) || target.startsWith(owner + ".");
      return owned && (method.isEmpty() || access.getTarget().getName().equals(method));
    }

    boolean excepts(JavaClass origin) {
      return excepted.stream()
          .anyMatch(
              p ->
                  origin.getPackageName().equals(p) || origin.getPackageName().startsWith(p + "."));
    }
  }

  private final List<Entry> entries;

  private ForbiddenApis(List<Entry> entries) {
    this.entries = entries;
  }

  static ForbiddenApis read(Path file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split("@", -1);
      String[] api = parts[0].strip().split("#", -1);
      List<String> excepted =
          parts[2].isBlank() ? List.of() : List.of(parts[2].strip().split("\\s+"));
      entries.add(new Entry(api[0], api.length > 1 ? api[1] : "", parts[1].strip(), excepted));
    }
    return new ForbiddenApis(entries);
  }

  /** Each forbidden call as one line: who calls what, and why not. */
  List<String> violations(JavaClasses classes) {
    TreeSet<String> found = new TreeSet<>();
    for (JavaClass origin : classes) {
      for (JavaAccess<?> access : origin.getAccessesFromSelf()) {
        for (Entry entry : entries) {
          if (entry.concerns(access) && !entry.excepts(origin)) {
            found.add(access.getDescription() + ": " + entry.reason());
          }
        }
      }
    }
    return List.copyOf(found);
  }
}
