// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.meent.protocols.Protocol;

/**
 * A model card that may be asked out: statements for people, each put together from plain words,
 * from what the protocol says, and from cells of other outputs of the same request as they would
 * leave. It has no figures of its own, so it is judged after the others and adds nothing to them.
 *
 * @param id name in the protocol
 * @param protocol the protocol that it speaks of
 * @param lines the statements, in the order shown
 */
public record ModelCard(String id, Protocol protocol, List<Line> lines) {

  /** Copies the lines. */
  public ModelCard {
    lines = List.copyOf(lines);
  }

  /**
   * A statement.
   *
   * @param language the language of its words
   * @param part heading under which it stands
   * @param item what it speaks of; nothing where the heading says that
   * @param text what it says
   */
  public record Line(String language, String part, List<Piece> item, List<Piece> text) {

    /** Copies the pieces. */
    public Line {
      item = List.copyOf(item);
      text = List.copyOf(text);
    }

    /** Item and text, one after the other. */
    public Stream<Piece> pieces() {
      return Stream.concat(item.stream(), text.stream());
    }
  }

  /** A piece of a statement, by where it comes from. */
  public sealed interface Piece {

    /** What is shown. */
    String shown();

    /** The text of several pieces. */
    static String shown(List<Piece> pieces) {
      return pieces.stream().map(Piece::shown).collect(Collectors.joining());
    }
  }

  /**
   * Words of the program: they hold no digit.
   *
   * @param shown the words
   */
  public record Words(String shown) implements Piece {}

  /**
   * A text, name or number of the protocol, its digest, or the last day on which figures may be
   * used: exactly as it stands there.
   *
   * @param shown the text
   */
  public record Declared(String shown) implements Piece {}

  /**
   * Something of another output, exactly as it would leave.
   *
   * @param output id of the output
   * @param digest SHA-256 of what would leave of it
   * @param place where in it
   * @param shown the text
   */
  public record Cited(String output, String digest, Place place, String shown) implements Piece {}

  /** Where in an output a text stands. */
  public sealed interface Place {}

  /**
   * In a cell.
   *
   * @param row from 0
   * @param column from 0
   */
  public record Cell(int row, int column) implements Place {}

  /** In the line that says whom it speaks of, or in a part of it. */
  public record OfPopulation() implements Place {}

  /** In its title, or in a part of it. */
  public record OfTitle() implements Place {}

  /** Nowhere: the text is its id. */
  public record OfId() implements Place {}

  /** Nowhere: the text is its digest. */
  public record OfDigest() implements Place {}

  /** Where everything comes from that is not words: what a checker needs. */
  public Evidence.Citations evidence() {
    return new Evidence.Citations(
        lines.stream()
            .flatMap(Line::pieces)
            .filter(Cited.class::isInstance)
            .map(Cited.class::cast)
            .distinct()
            .toList());
  }

  /** The shape; never a figure. */
  @Override
  public String toString() {
    return "ModelCard[" + id + ", " + lines.size() + " lines]";
  }
}
