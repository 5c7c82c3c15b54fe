// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.Schema;
import org.meent.linkage.register.Recognition;
import org.meent.linkage.register.RegisterDictionary;
import org.meent.linkage.register.RegisterFolder;

/** Which register a data file is of, and what that register cannot say. */
public final class RegisterNote {
  private RegisterNote() {}

  /** Paragraphs about the register; none if it is not recognised. */
  public static List<Block> of(
      RegisterDictionary dictionary, Path file, Schema schema, Locale language) {
    List<String> columns = schema.columns().stream().map(Column::name).toList();
    Optional<Recognition> recognised = Recognition.of(dictionary, file, columns);
    if (recognised.isEmpty()) {
      return List.of();
    }
    Texts texts = Texts.of(language);
    Recognition found = recognised.get();
    List<String> said = new ArrayList<>();
    said.add(
        texts.get(
            "show.register." + found.by(),
            found.register().name(),
            found.register().title().in(language),
            found.known(),
            columns.size()));
    if (!found.register().basis().verified()) {
      said.add(texts.get("show.register.unverified", found.register().basis().by()));
    }
    if (!found.unknown().isEmpty()) {
      said.add(texts.get("show.register.unknown", unknown(found, texts)));
    }
    newer(file, found)
        .ifPresent(newer -> said.add(texts.get("show.register.newer", newer.file().getFileName())));
    List<Block> blocks = new ArrayList<>();
    said.forEach(sentence -> blocks.add(new Block.Paragraph(sentence)));
    if (!found.register().limits().isEmpty()) {
      blocks.add(new Block.Heading(2, texts.get("show.register.limits")));
      found
          .register()
          .limits()
          .forEach(limit -> blocks.add(new Block.Paragraph(limit.in(language))));
    }
    return blocks;
  }

  private static String unknown(Recognition found, Texts texts) {
    return String.join(
        ", ",
        found.unknown().stream()
            .map(
                one ->
                    one.nearest()
                        .map(near -> texts.get("show.register.near", one.column(), near))
                        .orElse(one.column()))
            .toList());
  }

  private static Optional<RegisterFolder.Entry> newer(Path file, Recognition found) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null
        ? Optional.empty()
        : found.name().flatMap(name -> RegisterFolder.of(folder).newerThan(name));
  }
}
