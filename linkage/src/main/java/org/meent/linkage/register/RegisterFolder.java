// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** The files of registers in one folder, and which of their versions is the newest. */
public final class RegisterFolder {
  private final List<Entry> entries;

  /**
   * A file of the folder.
   *
   * @param file the file
   * @param name its name, taken apart
   */
  public record Entry(Path file, RegisterFileName name) {}

  private RegisterFolder(List<Entry> entries) {
    this.entries = entries;
  }

  /**
   * Looks through a folder, not through the folders in it.
   *
   * @throws org.meent.protocols.refusal.RefusalException if it cannot be read
   */
  public static RegisterFolder of(Path folder) {
    List<Entry> entries = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(Files::isRegularFile)
          .sorted()
          .forEach(
              file ->
                  RegisterFileName.of(String.valueOf(file.getFileName()))
                      .ifPresent(name -> entries.add(new Entry(file, name))));
    } catch (IOException e) {
      throw Refusal.badInput("linkage.register.folder", Where.file(folder.toString()))
          .asException();
    }
    return new RegisterFolder(entries);
  }

  /**
   * The newest file of each register, period and part; of one version in several formats the first
   * by name. A file without version is older than one that has it.
   */
  public List<Entry> newest() {
    TreeMap<String, Entry> newest = new TreeMap<>();
    for (Entry entry : entries) {
      RegisterFileName name = entry.name();
      String thing =
          name.register() + " " + name.period().map(String::valueOf).orElse("") + " " + name.part();
      newest.merge(thing, entry, (before, now) -> VERSIONS.compare(before, now) < 0 ? now : before);
    }
    return List.copyOf(newest.values());
  }

  /** A newer version of a file that lies in this folder; empty if there is none. */
  public Optional<Entry> newerThan(RegisterFileName name) {
    return newest().stream()
        .filter(entry -> entry.name().isVersionOf(name))
        .filter(entry -> order(entry.name().version(), name.version()) > 0)
        .findFirst();
  }

  private static final Comparator<Entry> VERSIONS =
      (one, other) -> order(one.name().version(), other.name().version());

  private static int order(Optional<FileVersion> one, Optional<FileVersion> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Boolean.compare(one.isPresent(), other.isPresent());
    }
    return one.get().compareTo(other.get());
  }
}
