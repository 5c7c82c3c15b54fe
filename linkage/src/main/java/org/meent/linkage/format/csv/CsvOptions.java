// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * What a file of separated values does not say about itself.
 *
 * @param separator between values; if empty, the one of semicolon, comma and tab that the first
 *     line has most of
 * @param charset the character set; a byte order mark of UTF-8 is passed over
 * @param text columns that are text even if they look like numbers
 */
public record CsvOptions(Optional<Character> separator, Charset charset, Set<String> text) {
  /** Copies the names. */
  public CsvOptions {
    text = Set.copyOf(text);
  }

  /** Separator seen from the first line, UTF-8, types seen from the values. */
  public static CsvOptions withDefaults() {
    return new CsvOptions(Optional.empty(), StandardCharsets.UTF_8, Set.of());
  }

  /** With this separator. */
  public CsvOptions withSeparator(char separator) {
    return new CsvOptions(Optional.of(separator), charset, text);
  }

  /** In this character set. */
  public CsvOptions withCharset(Charset charset) {
    return new CsvOptions(separator, charset, text);
  }

  /** With these columns as text. */
  public CsvOptions withText(Set<String> columns) {
    return new CsvOptions(separator, charset, columns);
  }
}
