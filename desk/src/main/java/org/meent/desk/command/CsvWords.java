// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meent.linkage.format.TableSource;
import org.meent.linkage.format.csv.CsvOptions;
import org.meent.linkage.format.file.DataFile;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import picocli.CommandLine.Option;

/** What a CSV file does not say of itself, said on the command line. */
final class CsvWords {
  @Option(
      names = "--charset",
      paramLabel = "NAME",
      description = "Character set of a CSV file, such as windows-1252 (default: utf-8).")
  private @Nullable String charset;

  @Option(
      names = "--separator",
      paramLabel = "C",
      description = "Separator of a CSV file, one character or the word tab (default: seen).")
  private @Nullable String separator;

  @Option(
      names = "--text",
      split = ",",
      paramLabel = "a,b",
      description = "Columns of a CSV file that are text though they look like numbers.")
  private List<String> text = List.of();

  /** Opens a file of any format; the words are for CSV alone. */
  TableSource open(Path file) {
    TableSource source = DataFile.open(file, options());
    boolean unused = charset != null || separator != null || !text.isEmpty();
    if (unused && !source.schema().format().equals("CSV")) {
      throw Refusal.usage("desk.csv.other", Where.file(file.toString()), source.schema().format())
          .asException();
    }
    return source;
  }

  private CsvOptions options() {
    CsvOptions options = CsvOptions.withDefaults().withText(Set.copyOf(text));
    if (charset != null) {
      options = options.withCharset(charset(charset));
    }
    return separator == null ? options : options.withSeparator(separator(separator));
  }

  private static Charset charset(String name) {
    return Optional.of(name)
        .filter(n -> n.matches("[A-Za-z0-9][A-Za-z0-9._:+-]*"))
        .filter(Charset::isSupported)
        .map(Charset::forName)
        .orElseThrow(() -> Refusal.usage("desk.csv.charset", Where.NOWHERE, name).asException());
  }

  private static char separator(String word) {
    if (word.toLowerCase(Locale.ROOT).equals("tab") || word.equals("\\t")) {
      return '\t';
    }
    if (word.length() != 1 || "\"\r\n".contains(word) || word.charAt(0) > 127) {
      throw Refusal.usage("desk.csv.separator", Where.NOWHERE, word).asException();
    }
    return word.charAt(0);
  }
}
