// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.meent.protocols.literature.Reference;

/** How YAML's core schema reads plain scalars, as far as it matters for refusing them. */
@Reference(
    authors = "O. Ben-Kiki, C. Evans, I. döt Net (2021)",
    title = "YAML Ain't Markup Language, revision 1.2.2, section 10.3",
    source = "yaml.org",
    url = "https://yaml.org/spec/1.2.2/#103-core-schema")
final class CoreSchema {
  /** The largest integer that every reader of JSON holds exactly. */
  static final long MAX_SAFE = 1L << 53;

  private static final Pattern NULL = Pattern.compile("null|Null|NULL|~|");
  private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern BASED = Pattern.compile("0o[0-7]+|0x[0-9a-fA-F]+");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[-+]?(\\.inf|\\.Inf|\\.INF)|\\.nan|\\.NaN|\\.NAN");

  private CoreSchema() {}

  static boolean isNull(String text) {
    return NULL.matcher(text).matches();
  }

  static boolean isBoolean(String text) {
    return BOOLEAN.matcher(text).matches();
  }

  static boolean isInteger(String text) {
    return INTEGER.matcher(text).matches();
  }

  static boolean isNotFinite(String text) {
    if (NOT_FINITE.matcher(text).matches()) {
      return true;
    }
    return text.length() <= 400
        && (text.indexOf('e') >= 0 || text.indexOf('E') >= 0)
        && FLOAT.matcher(text).matches()
        && Double.isInfinite(Double.parseDouble(text));
  }

  static boolean isTooLarge(String text) {
    if (BASED.matcher(text).matches()) {
      BigInteger value = new BigInteger(text.substring(2), text.charAt(1) == 'x' ? 16 : 8);
      return value.compareTo(BigInteger.valueOf(MAX_SAFE)) > 0;
    }
    return isInteger(text)
        && new BigDecimal(text).abs().compareTo(BigDecimal.valueOf(MAX_SAFE)) > 0;
  }
}
