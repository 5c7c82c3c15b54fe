// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.meent.desk.run.RunListener.Moment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The stages of one run in a folder. A stage writes into {@code <name>.partial}, syncs, leaves a
 * manifest of what went in and out, and is renamed in one step; whatever is not whole is made
 * again.
 */
final class Stages {
  private static final String MANIFEST = "manifest.json";
  private static final String PARTIAL = ".partial";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Writes the files of a stage into an empty folder. */
  interface Work {
    void into(Path folder) throws IOException;
  }

  private final String run;
  private final RunListener listener;

  Stages(String run, RunListener listener) {
    this.run = run;
    this.listener = listener;
  }

  /**
   * The finished folder of a stage: found whole from an earlier start, or made now.
   *
   * @param folder where the finished stage stands
   * @param after finished folders that the stage reads
   * @param work what the stage does
   */
  Path complete(Path folder, List<Path> after, Work work) throws IOException {
    return complete(folder, after, List.of(), work);
  }

  /**
   * The same for a stage that reads files beside those of earlier stages.
   *
   * @param files files that it reads, each of another name
   */
  Path complete(Path folder, List<Path> after, List<Path> files, Work work) throws IOException {
    String name = folder.getFileName().toString();
    SortedMap<String, String> inputs = new TreeMap<>();
    for (Path file : files) {
      inputs.put(file.getFileName().toString(), fingerprint(file));
    }
    for (Path input : after) {
      inputs.put(input.getFileName().toString(), fingerprint(input.resolve(MANIFEST)));
    }
    if (isWhole(folder, inputs)) {
      listener.heard(Moment.FOUND_WHOLE, name);
      return folder;
    }
    listener.heard(Moment.STARTED, name);
    Path partial = folder.resolveSibling(name + PARTIAL);
    delete(partial);
    delete(folder);
    Files.createDirectories(partial);
    work.into(partial);
    Files.write(partial.resolve(MANIFEST), manifest(name, inputs, partial));
    sync(partial);
    listener.heard(Moment.WRITTEN, name);
    Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    listener.heard(Moment.FINISHED, name);
    return folder;
  }

  private byte[] manifest(String stage, SortedMap<String, String> inputs, Path folder)
      throws IOException {
    ObjectNode manifest = JSON.createObjectNode();
    manifest.put("schema", "meent-stage-1");
    manifest.put("run", run);
    manifest.put("stage", stage);
    ObjectNode in = manifest.putObject("in");
    inputs.forEach(in::put);
    ObjectNode out = manifest.putObject("out");
    for (Path file : files(folder)) {
      out.put(relative(folder, file), fingerprint(file));
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
  }

  private boolean isWhole(Path folder, SortedMap<String, String> inputs) throws IOException {
    Path manifestFile = folder.resolve(MANIFEST);
    if (!Files.isRegularFile(manifestFile)) {
      return false;
    }
    JsonNode manifest = JSON.readTree(Files.readAllBytes(manifestFile));
    if (!run.equals(manifest.path("run").asString())
        || manifest.path("in").size() != inputs.size()) {
      return false;
    }
    for (var input : inputs.entrySet()) {
      if (!input.getValue().equals(manifest.path("in").path(input.getKey()).asString(""))) {
        return false;
      }
    }
    List<Path> files = files(folder);
    for (Path file : files) {
      String name = relative(folder, file);
      if (!name.equals(MANIFEST)
          && !fingerprint(file).equals(manifest.path("out").path(name).asString(""))) {
        return false;
      }
    }
    return files.size() == manifest.path("out").size() + 1;
  }

  private static String relative(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static String fingerprint(Path file) throws IOException {
    return HexFormat.of().formatHex(RunId.sha256(Files.readAllBytes(file)));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void sync(Path folder) throws IOException {
    for (Path file : files(folder)) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
