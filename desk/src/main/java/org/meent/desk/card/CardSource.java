// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.card;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.meent.disclosure.gate.Releasable;
import org.meent.disclosure.output.ModelCard;
import org.meent.disclosure.output.ModelCard.Piece;
import org.meent.disclosure.output.ModelCard.Place;
import org.meent.disclosure.report.Block.Column;

/**
 * An output that passed the gate, to cite from.
 *
 * @param output the output
 */
record CardSource(Releasable output) {

  String id() {
    return output.id();
  }

  int rows() {
    return output.rows().size();
  }

  /** The text of a cell; empty where there is no such column. */
  String text(int row, String column) {
    int at = column(column);
    return at < 0 ? "" : output.rows().get(row).get(at);
  }

  boolean leftOut(int row, String column) {
    return text(row, column).equals(Releasable.MARK);
  }

  OptionalDouble figure(int row, String column) {
    return output.figure(row, column(column));
  }

  private int column(String heading) {
    return output.columns().stream().map(Column::heading).toList().indexOf(heading);
  }

  List<Piece> cell(int row, String column) {
    return cited(new ModelCard.Cell(row, column(column)), text(row, column));
  }

  /** The last column, whatever it is called. */
  Optional<List<Piece>> lastCell(int row) {
    int last = output.columns().size() - 1;
    String text = output.rows().get(row).get(last);
    return text.equals(Releasable.MARK)
        ? Optional.empty()
        : Optional.of(cited(new ModelCard.Cell(row, last), text));
  }

  List<Piece> name() {
    return cited(new ModelCard.OfId(), output.id());
  }

  List<Piece> title() {
    return inTitle(output.title());
  }

  List<Piece> inTitle(String part) {
    return cited(new ModelCard.OfTitle(), part);
  }

  List<Piece> population() {
    return cited(new ModelCard.OfPopulation(), output.population());
  }

  List<Piece> digest() {
    return cited(new ModelCard.OfDigest(), output.digest());
  }

  private List<Piece> cited(Place place, String shown) {
    return List.of(new ModelCard.Cited(output.id(), output.digest(), place, shown));
  }
}
