// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meent.disclosure.report.Block.Heading;
import org.meent.disclosure.report.Report;
import org.meent.disclosure.report.Report.Marking;

class HtmlRendererTest {
  private static final Pattern TAG = Pattern.compile("<(/?[a-zA-Z!][a-zA-Z0-9]*)([^>]*)>");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\" onload=\"alert(1)",
        "' onfocus='alert(1)' autofocus='",
        "</title></style></desc></svg><script>alert(1)</script>",
        "<!-- --><iframe srcdoc='<script>1</script>'>",
        "&lt;script&gt; &#60;script&#62; javascript:alert(1)",
        "]]><x/>\u0000\u2028",
      })
  void noTextBecomesMarkup(String hostile) {
    String calm = HtmlRenderer.render(SampleReport.saying("calm"));
    String page = HtmlRenderer.render(SampleReport.saying(hostile));
    assertThat(tags(page)).isEqualTo(tags(calm));
    assertThat(attributes(page)).isEqualTo(attributes(calm));
  }

  @Test
  void needsNothingElse() {
    String page = HtmlRenderer.render(SampleReport.dutch());
    assertThat(tags(page)).doesNotContain("script", "link", "img", "iframe", "object", "base");
    assertThat(page.replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http:", "https:", "url(", "@import", "javascript:", " style=");
    assertThat(attributes(page)).noneMatch(a -> a.startsWith("on"));
  }

  @Test
  void policyAllowsExactlyTheStyleInThePage() throws Exception {
    String page = HtmlRenderer.render(SampleReport.dutch());
    String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
    assertThat(page)
        .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'")
        .contains("default-src 'none'");
  }

  @Test
  void bandSaysWhoMaySeeItInTheLanguageOfTheReport() {
    assertThat(HtmlRenderer.render(SampleReport.of(Marking.INSIDE_ONLY, false, Locale.ENGLISH)))
        .contains("lang=\"en\"", "<strong>Inside only</strong>", "content:\"INSIDE ONLY\"");
    assertThat(
            HtmlRenderer.render(SampleReport.of(Marking.FOR_CHECKERS, false, SampleReport.DUTCH)))
        .contains("lang=\"nl\"", "<strong>Voor controleurs</strong>");
    assertThat(HtmlRenderer.render(SampleReport.of(Marking.RELEASABLE, false, Locale.FRENCH)))
        .contains("lang=\"en\"", "<strong>Releasable</strong>");
  }

  @Test
  void watermarkStandsOnDemonstrationsOnly() {
    String watermark = "<div class=\"watermark\" aria-hidden=\"true\"><span>Demonstration<";
    assertThat(HtmlRenderer.render(SampleReport.of(Marking.RELEASABLE, true, Locale.ENGLISH)))
        .contains(watermark);
    assertThat(HtmlRenderer.render(SampleReport.of(Marking.RELEASABLE, false, Locale.ENGLISH)))
        .doesNotContain(watermark);
  }

  @Test
  void screenReadersFindTheirWay() {
    String page = HtmlRenderer.render(SampleReport.dutch());
    assertThat(page)
        .contains("<th scope=\"col\" class=\"n\">records</th>")
        .contains("<th scope=\"row\">bijstand, alle gemeenten</th>")
        .contains("<caption id=\"t1\">")
        .contains("<a href=\"#s1\">Koppeling</a>", "<h2 id=\"s1\">Koppeling</h2>")
        .contains("role=\"img\"", "aria-labelledby=\"f1-title f1-desc\"");
    List<String> ids =
        Pattern.compile(" id=\"([^\"]+)\"").matcher(page).results().map(m -> m.group(1)).toList();
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void onlyTwoLevelsOfHeadings() {
    Report report =
        new Report("x", Marking.INSIDE_ONLY, false, Locale.ENGLISH, List.of(new Heading(4, "x")));
    assertThatThrownBy(() -> HtmlRenderer.render(report))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("level 2 or 3");
  }

  @Test
  void eachTextColourContrastsEnough() {
    // WCAG 2.2, success criterion 1.4.3: 4.5 to 1 for text, against white or the band's ground.
    String css = HtmlStyle.of(SampleReport.dutch(), Words.in(Locale.ENGLISH)).css();
    for (String name : List.of("--ink:", "--soft:", "--band:", "--c:", "a{color:")) {
      Matcher colours = Pattern.compile(Pattern.quote(name) + "(#[0-9a-f]{6})").matcher(css);
      while (colours.find()) {
        assertThat(contrast(colours.group(1), "#f6f7f8")).as(colours.group()).isGreaterThan(4.5);
      }
    }
    for (String drawn : List.of(SvgCanvas.INK, SvgCanvas.SOFT)) {
      assertThat(contrast(drawn, "#ffffff")).isGreaterThan(4.5);
    }
    // 1.4.11: 3 to 1 for graphics
    for (String drawn : List.of(SvgCanvas.BLUE, SvgCanvas.ORANGE)) {
      assertThat(contrast(drawn, "#ffffff")).isGreaterThan(3);
    }
  }

  private static double contrast(String one, String other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  /** Relative luminance by WCAG 2.2. */
  private static double luminance(String colour) {
    double[] parts = new double[3];
    for (int i = 0; i < 3; i++) {
      double c = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      parts[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  }

  private static Set<String> tags(String page) {
    return new TreeSet<>(TAG.matcher(page).results().map(m -> m.group(1)).toList());
  }

  private static Set<String> attributes(String page) {
    Set<String> names = new TreeSet<>();
    TAG.matcher(page)
        .results()
        .forEach(
            tag ->
                Pattern.compile("([a-zA-Z-]+)=(\"[^\"]*\"|'[^']*'|[^ >]+)")
                    .matcher(tag.group(2))
                    .results()
                    .forEach(a -> names.add(a.group(1))));
    return names;
  }
}
