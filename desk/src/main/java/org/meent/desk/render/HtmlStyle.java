// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import org.meent.disclosure.report.Report;

/**
 * The style sheet of a report. It stands in the page, and the page's content policy allows exactly
 * these bytes and nothing else: no script, no picture, no font, no address.
 *
 * @param css the style sheet
 */
record HtmlStyle(String css) {
  private static final String SHEET = read();

  /** With the marking repeated in the margin of each printed page. */
  static HtmlStyle of(Report report, Words words) {
    String mark = words.marking(report.marking()).toUpperCase(Locale.ROOT);
    if (report.demonstration()) {
      mark += " · " + words.get("demonstration").toUpperCase(Locale.ROOT);
    }
    String font = "font:600 8pt Arial,sans-serif;letter-spacing:.08em";
    return new HtmlStyle(
        SHEET
            + "@page{@top-left{content:\""
            + mark
            + "\";"
            + font
            + "}@bottom-right{content:counter(page) \" / \" counter(pages);"
            + font
            + "}}\n");
  }

  /** The content policy for the page's head. */
  String policy() {
    return "default-src 'none'; style-src 'sha256-"
        + digest()
        + "'; base-uri 'none'; form-action 'none'";
  }

  private String digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder().encodeToString(sha.digest(css.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String read() {
    try (InputStream in = HtmlStyle.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("missing report.css");
      }
      String sheet = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
      return sheet.substring(sheet.indexOf('\n') + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
