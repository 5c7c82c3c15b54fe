// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.ledger;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;

/**
 * A statistic that is published or can be spoken of: a measure over a population, narrowed by
 * codes. Without a measure it is a number of units.
 */
final class Figure {
  /** Stands for what the published parts of a total leave. */
  static final String REST = "*";

  /** The measure of a number of units. */
  static final String UNITS = "";

  private final String population;
  private final String measure;
  private final String[] codes;
  private final int hash;

  private Figure(String population, String measure, String[] codes) {
    this.population = population;
    this.measure = measure;
    this.codes = codes;
    hash = 31 * (31 * population.hashCode() + measure.hashCode()) + Arrays.hashCode(codes);
  }

  /** A figure by its names. */
  static Figure of(String population, String measure, SortedMap<String, String> codes) {
    String[] pairs = new String[2 * codes.size()];
    int at = 0;
    for (Map.Entry<String, String> code : codes.entrySet()) {
      pairs[at++] = code.getKey();
      pairs[at++] = code.getValue();
    }
    return new Figure(population, measure, pairs);
  }

  String population() {
    return population;
  }

  /** Number of variables it is narrowed by. */
  int size() {
    return codes.length / 2;
  }

  String variable(int at) {
    return codes[2 * at];
  }

  String code(int at) {
    return codes[2 * at + 1];
  }

  boolean isUnits() {
    return measure.equals(UNITS);
  }

  /** The number of units behind it. */
  Figure units() {
    return new Figure(population, UNITS, codes);
  }

  /** The same with another code in one of its variables. */
  Figure with(int at, String code) {
    String[] other = codes.clone();
    other[2 * at + 1] = code;
    return new Figure(population, measure, other);
  }

  /** The same, not narrowed by one of its variables. */
  Figure without(int at) {
    String[] wider = new String[codes.length - 2];
    System.arraycopy(codes, 0, wider, 0, 2 * at);
    System.arraycopy(codes, 2 * at + 2, wider, 2 * at, wider.length - 2 * at);
    return new Figure(population, measure, wider);
  }

  Figure in(String other) {
    return new Figure(other, measure, codes);
  }

  /** The figure in words. */
  String words() {
    StringBuilder words = new StringBuilder(isUnits() ? "" : measure + " of ").append(population);
    for (int at = 0; at < size(); at++) {
      words.append(at == 0 ? " [" : ", ").append(variable(at)).append('=').append(code(at));
    }
    return words.append(size() == 0 ? "" : "]").toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Figure that
        && hash == that.hash
        && population.equals(that.population)
        && measure.equals(that.measure)
        && Arrays.equals(codes, that.codes);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return words();
  }
}
