// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.report.Block.Picture;
import org.meent.disclosure.report.Figure;
import org.meent.disclosure.report.Figure.Dot;
import org.meent.disclosure.report.Figure.Dots;
import org.meent.disclosure.report.Figure.FlowChart;
import org.meent.disclosure.report.Figure.Intervals;
import org.meent.disclosure.report.Figure.Line;
import org.meent.disclosure.report.Figure.MirroredHistogram;
import org.meent.disclosure.report.Figure.Step;
import org.meent.disclosure.report.Report.Marking;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SvgRendererTest {
  private static final String[] WORDS = {
    "een",
    "jobcoach",
    "arbeidsongeschiktheidsverzekeringsmaatschappij",
    "re-integratie",
    "WWW",
    "voor",
    "langdurig",
    "€ 1 000",
    "Één",
    "mbo 2–4",
    "i",
    "(onbekend)"
  };

  /** A text on the page: its box, from the widest font that the figure names. */
  private record Box(String text, double left, double right, double top, double bottom) {

    boolean overlaps(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  static List<Figure> randomFigures() {
    SplittableRandom random = new SplittableRandom(20260701);
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      double size = Math.pow(10, random.nextInt(-9, 13));
      figures.add(intervals(random, size));
      figures.add(dots(random, size));
      figures.add(histogram(random, size));
      figures.add(flow(random));
      figures.add(hundred(random));
    }
    return figures;
  }

  private static Figure hundred(SplittableRandom random) {
    List<Figure.Part> parts = new ArrayList<>();
    int left = 100;
    for (int i = random.nextInt(9); i >= 0; i--) {
      int count = i == 0 ? left : random.nextInt(left + 1);
      left -= count;
      String label = String.join(" ", List.of(WORDS).subList(0, random.nextInt(1, WORDS.length)));
      parts.add(new Figure.Part(label, count, random.nextInt(5) > 0));
    }
    return new Figure.Hundred(parts);
  }

  /** A hundred people, and one more beside each part's name. */
  @Test
  void aHundredPeopleAreDrawnOneByOne() throws Exception {
    Figure figure =
        new Figure.Hundred(
            List.of(
                new Figure.Part("none", 61, true),
                new Figure.Part("coach", 0, true),
                new Figure.Part("not known", 39, false)));
    Document document = parse(svg(figure));
    assertThat(document.getElementsByTagName("circle").getLength()).isEqualTo(103);
    NodeList texts = document.getElementsByTagName("text");
    List<String> said =
        IntStream.range(0, texts.getLength())
            .mapToObj(i -> texts.item(i).getTextContent())
            .toList();
    assertThat(said).filteredOn("A"::equals).hasSize(62);
    assertThat(said).filteredOn("B"::equals).hasSize(1);
    assertThat(said).filteredOn("?"::equals).hasSize(40);
    assertThat(said).contains("none: 61", "coach: 0", "not known: 39");
    assertThatThrownBy(() -> new Figure.Hundred(List.of(new Figure.Part("none", 99, true))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyTextFitsAndNoneCoversAnother() throws Exception {
    for (Figure figure : randomFigures()) {
      everyTextFits(figure);
    }
  }

  private static void everyTextFits(Figure figure) throws Exception {
    Document document = parse(svg(figure));
    String[] view = document.getDocumentElement().getAttribute("viewBox").split(" ", -1);
    double end = Double.parseDouble(view[1]) + Double.parseDouble(view[3]);
    List<Box> boxes = boxes(document);
    for (int i = 0; i < boxes.size(); i++) {
      Box box = boxes.get(i);
      assertThat(box.left()).as(box.text()).isGreaterThan(-16);
      assertThat(box.right()).as(box.text()).isLessThan(SvgCanvas.WIDTH + 16);
      assertThat(box.bottom()).as(box.text()).isLessThan(end);
      assertThat(boxes.subList(i + 1, boxes.size()).stream().filter(box::overlaps)).isEmpty();
    }
  }

  @Test
  void onlyDecimalNumbersWithOneDigitPlaceTheShapes() throws Exception {
    for (Figure figure : randomFigures()) {
      onlyDecimalNumbers(figure);
    }
  }

  private static void onlyDecimalNumbers(Figure figure) throws Exception {
    NodeList all = parse(svg(figure)).getElementsByTagName("*");
    Set<String> places = new TreeSet<>();
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      for (String name : List.of("x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "width", "height")) {
        if (element.hasAttribute(name)) {
          places.add(element.getAttribute(name));
        }
      }
    }
    assertThat(places).allMatch(p -> p.matches("-?[0-9]+(\\.[0-9])?"));
  }

  @Test
  void saysInWordsWhatItShows() {
    String svg =
        SvgRenderer.render(SampleReport.intervals(), Marking.INSIDE_ONLY, true, Locale.ENGLISH);
    assertThat(svg)
        .contains("<title id=\"f-title\">Effect op maanden in betaald werk</title>")
        .contains("jobcoach, estimate (verschil in maanden) 2.14, lower 0.83, upper 3.45")
        .contains(">2.14 (0.83 to 3.45)<", ">not estimated<", ">INSIDE ONLY · DEMONSTRATION<");
  }

  /** The interval that holds for all lines is on the axis, in the words and in the drawing. */
  @Test
  void aSecondIntervalLiesAroundTheFirst() {
    Line one = new Line("year 1", -1.5, -2.5, -0.5);
    Line two = new Line("year 2", 3, 2, 4, 1, 5);
    String plain = svg(new Intervals("x", 0, List.of(one)));
    String both = svg(new Intervals("x", 0, List.of(one, two)));
    assertThat(plain).doesNotContain("all at once");
    assertThat(both).contains("upper 4.00, lower, all at once 1.00, upper, all at once 5.00");
    assertThat(both).contains("stroke-width=\"4\"").contains("stroke-width=\"1\"");
  }

  @Test
  void noMoreDigitsThanPrinted() {
    Figure figure = new Intervals("x", 0, List.of(new Line("a", 1.23456789012, 0.5, 2.5)));
    assertThat(svg(figure)).contains("1.23").doesNotContain("1.234");
  }

  @Test
  void emptyFiguresAreDrawnEmpty() throws Exception {
    parse(svg(new Intervals("x", 0, List.of())));
    parse(svg(new Dots("x", 0.1, "a", "b", List.of())));
    parse(svg(new FlowChart(List.of())));
    parse(svg(new Intervals("x", Double.NaN, List.of(new Line("", 1e300, -1e300, 1)))));
  }

  @Test
  void binsWithoutEdgesAreRefused() {
    Figure figure =
        new MirroredHistogram("x", List.of(0.0, 1.0), "a", List.of(1L, 2L), "b", List.of(1L));
    assertThatThrownBy(() -> svg(figure)).isInstanceOf(IllegalArgumentException.class);
    Figure falling =
        new MirroredHistogram("x", List.of(1.0, 0.0), "a", List.of(1L), "b", List.of(1L));
    assertThatThrownBy(() -> svg(falling)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void unevenBinsKeepTheirArea() throws Exception {
    Figure figure =
        new MirroredHistogram(
            "x", List.of(0.0, 1.0, 3.0), "a", List.of(10L, 20L), "b", List.of(0L, 0L));
    NodeList bars = parse(svg(figure)).getElementsByTagName("rect");
    List<String> heights = new ArrayList<>();
    for (int i = 0; i < bars.getLength(); i++) {
      Element bar = (Element) bars.item(i);
      if (bar.getAttribute("fill").equals(SvgCanvas.BLUE)
          && !bar.getAttribute("width").equals("14")) {
        heights.add(bar.getAttribute("height"));
      }
    }
    assertThat(heights).hasSize(2).allMatch(heights.getFirst()::equals);
  }

  private static String svg(Figure figure) {
    return SvgRenderer.render(
        new Picture("caption", figure), Marking.INSIDE_ONLY, true, Locale.ENGLISH);
  }

  private static Document parse(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
  }

  private static List<Box> boxes(Document document) {
    List<Box> boxes = new ArrayList<>();
    NodeList texts = document.getElementsByTagName("text");
    for (int i = 0; i < texts.getLength(); i++) {
      Element text = (Element) texts.item(i);
      double size = Double.parseDouble(text.getAttribute("font-size"));
      double x = Double.parseDouble(text.getAttribute("x"));
      double y = Double.parseDouble(text.getAttribute("y"));
      double width = TextWidth.of(text.getTextContent(), size);
      double left =
          switch (text.getAttribute("text-anchor")) {
            case "middle" -> x - width / 2;
            case "end" -> x - width;
            default -> x;
          };
      boxes.add(
          new Box(text.getTextContent(), left, left + width, y - size * 0.78, y + size * 0.2));
    }
    return boxes;
  }

  private static String label(SplittableRandom random) {
    StringBuilder label = new StringBuilder();
    for (int i = random.nextInt(1, 9); i > 0; i--) {
      label.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
    return label.toString().strip();
  }

  private static double number(SplittableRandom random, double size) {
    return switch (random.nextInt(12)) {
      case 0 -> Double.NaN;
      case 1 -> Double.NEGATIVE_INFINITY;
      case 2 -> Double.POSITIVE_INFINITY;
      default -> (random.nextDouble() - 0.4) * size;
    };
  }

  private static Figure intervals(SplittableRandom random, double size) {
    List<Line> lines = new ArrayList<>();
    for (int i = random.nextInt(1, 31); i > 0; i--) {
      double[] ends = DoubleStream.generate(() -> number(random, size)).limit(3).sorted().toArray();
      lines.add(new Line(label(random), ends[1], ends[0], ends[2]));
    }
    return new Intervals(label(random), random.nextInt(2), lines);
  }

  private static Figure dots(SplittableRandom random, double size) {
    List<Dot> points = new ArrayList<>();
    for (int i = random.nextInt(1, 31); i > 0; i--) {
      points.add(new Dot(label(random), number(random, size), number(random, size)));
    }
    return new Dots(label(random), size / 10, label(random), label(random), points);
  }

  private static Figure histogram(SplittableRandom random, double size) {
    int bins = random.nextInt(1, 40);
    List<Double> edges = new ArrayList<>(List.of(-size / 3));
    List<Long> upper = new ArrayList<>();
    List<Long> lower = new ArrayList<>();
    for (int i = 0; i < bins; i++) {
      edges.add(edges.getLast() + size * (0.01 + random.nextDouble()));
      upper.add(random.nextLong(0, (long) Math.pow(10, random.nextInt(1, 12))));
      lower.add(random.nextLong(0, 100));
    }
    return new MirroredHistogram(label(random), edges, label(random), upper, label(random), lower);
  }

  private static Figure flow(SplittableRandom random) {
    return new FlowChart(
        IntStream.range(0, random.nextInt(1, 8))
            .mapToObj(
                i ->
                    new Step(
                        label(random),
                        label(random),
                        IntStream.range(0, random.nextInt(4))
                            .mapToObj(_ -> label(random))
                            .toList()))
            .toList());
  }
}
