// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.meent.disclosure.report.Block.Picture;
import org.meent.disclosure.report.Report.Marking;

/**
 * Each form byte for byte as it was when a person last looked at it; so two renderings on different
 * days are the same. With {@code -Dmeent.golden=renew} the files are written anew, to be looked at.
 */
class GoldenTest {
  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
  }

  static Stream<Arguments> forms() {
    return Stream.of(
        Arguments.of("report.html", utf8(HtmlRenderer.render(SampleReport.dutch()))),
        Arguments.of("report.md", utf8(MarkdownRenderer.render(SampleReport.dutch()))),
        Arguments.of("report.txt", utf8(TextRenderer.render(SampleReport.dutch()))),
        Arguments.of("report.xlsx", XlsxRenderer.render(SampleReport.dutch())),
        Arguments.of("report.docx", DocxRenderer.render(SampleReport.dutch())),
        Arguments.of("table.csv", utf8(CsvRenderer.render(SampleReport.table()))),
        Arguments.of("intervals.svg", svg(SampleReport.intervals())),
        Arguments.of("dots.svg", svg(SampleReport.dots())),
        Arguments.of("histogram.svg", svg(SampleReport.histogram())),
        Arguments.of("flow.svg", svg(SampleReport.flow())));
  }

  private static byte[] svg(Picture picture) {
    return utf8(SvgRenderer.render(picture, Marking.RELEASABLE, false, SampleReport.DUTCH));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void sameBytesAsWhenAPersonLooked(String name, byte[] bytes) throws IOException {
    if ("renew".equals(System.getProperty("meent.golden"))) {
      Path folder =
          Path.of(
              System.getProperty("meent.root"), "desk/src/test/resources/org/meent/desk/render");
      Files.write(folder.resolve(name), bytes);
    }
    try (InputStream in = GoldenTest.class.getResourceAsStream(name)) {
      assertThat(in).as("golden file %s", name).isNotNull();
      assertThat(bytes).isEqualTo(in.readAllBytes());
    }
  }

  @Test
  void sameBytesWhateverThePlatformSpeaksAndWhereverItStands() {
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
    byte[][] there = forms().map(a -> (byte[]) a.get()[1]).toArray(byte[][]::new);
    Locale.setDefault(Locale.of("tr"));
    TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
    byte[][] here = forms().map(a -> (byte[]) a.get()[1]).toArray(byte[][]::new);
    assertThat(there).isDeepEqualTo(here);
  }
}
