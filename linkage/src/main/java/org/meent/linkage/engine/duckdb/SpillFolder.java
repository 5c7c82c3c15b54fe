// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * The engine's own folder inside the spill folder of a run. What stands in it may hold rows of
 * persons, so it is removed at start (left by a killed run) and at end. A link is removed, never
 * followed.
 */
final class SpillFolder implements AutoCloseable {
  static final String NAME = "engine-spill";
  private final Path folder;

  private SpillFolder(Path folder) {
    this.folder = folder;
  }

  static SpillFolder open(Path parent) {
    Path folder = parent.toAbsolutePath().normalize().resolve(NAME);
    try {
      empty(folder);
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw Refusal.environment("linkage.engine.spill", Where.file(parent.toString()))
          .asException();
    }
    return new SpillFolder(folder);
  }

  String path() {
    return folder.toString();
  }

  @Override
  public void close() {
    try {
      empty(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the spill folder could not be emptied", e);
    }
  }

  private static void empty(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path directory, java.io.@org.jspecify.annotations.Nullable IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
