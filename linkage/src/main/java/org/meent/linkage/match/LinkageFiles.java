// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a linkage: {@code links.csv} (and {@code links-1.csv} and so on for draws) or {@code
 * clusters.csv}, {@code model.json}, {@code quality.json}. Every file is written beside its name
 * and moved there when it is whole. Same result, same bytes.
 */
public final class LinkageFiles {
  private LinkageFiles() {}

  /** A step of writing into an open file. */
  private interface Content {
    void writeTo(BufferedWriter out) throws IOException;
  }

  /**
   * Writes all files into a folder, which is made if it does not exist.
   *
   * @throws UncheckedIOException if the folder cannot be written
   */
  public static void write(LinkageResult result, Path folder) {
    try {
      Files.createDirectories(folder);
      if (result.job().right().isPresent()) {
        write(folder.resolve("links.csv"), out -> links(result.links(), out));
        for (int draw = 1; draw <= result.draws().count(); draw++) {
          List<LinkageResult.Link> drawn = result.draws().draw(draw);
          write(folder.resolve("links-" + draw + ".csv"), out -> links(drawn, out));
        }
      } else {
        write(folder.resolve("clusters.csv"), out -> clusters(result, out));
      }
      ObjectWriter json =
          JsonMapper.builder()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .build()
              .writerWithDefaultPrettyPrinter();
      write(folder.resolve("model.json"), out -> out.write(text(json, LinkageJson.model(result))));
      write(
          folder.resolve("quality.json"),
          out -> out.write(text(json, LinkageJson.quality(result))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(ObjectWriter json, ObjectNode node) {
    return json.writeValueAsString(node).replace("\r\n", "\n") + "\n";
  }

  private static void links(List<LinkageResult.Link> links, BufferedWriter out) throws IOException {
    out.write("left_id,right_id,probability\n");
    for (LinkageResult.Link link : links) {
      out.write(quoted(link.leftId()));
      out.write(',');
      out.write(quoted(link.rightId()));
      out.write(',');
      out.write(sixDigits(link.probability()));
      out.write('\n');
    }
  }

  private static void clusters(LinkageResult result, BufferedWriter out) throws IOException {
    out.write("id,cluster\n");
    for (LinkageResult.ClusterMember member : result.clusters()) {
      out.write(quoted(member.id()));
      out.write(',');
      out.write(quoted(member.cluster()));
      out.write('\n');
    }
  }

  /** A probability with six digits behind the point. */
  static String sixDigits(double probability) {
    long millionths = Math.round(probability * 1_000_000);
    String digits = Long.toString(millionths % 1_000_000 + 1_000_000).substring(1);
    return millionths / 1_000_000 + "." + digits;
  }

  private static String quoted(String text) {
    return isPlain(text) ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** Whether a text needs no quotes: no delimiter, quote or line end, no blank at either end. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return false;
      }
    }
    return text.equals(text.strip());
  }

  private static void write(Path file, Content content) throws IOException {
    Path partial =
        file.resolveSibling(
            String.format(Locale.ROOT, "%s.partial", String.valueOf(file.getFileName())));
    try (BufferedWriter out = Files.newBufferedWriter(partial, StandardCharsets.UTF_8)) {
      content.writeTo(out);
    }
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
