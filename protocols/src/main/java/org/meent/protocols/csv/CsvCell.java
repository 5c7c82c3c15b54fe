// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.csv;

/** A view on the text of one field, without copying it. */
public final class CsvCell implements CharSequence {
  private char[] text = {};
  private int start;
  private int end;

  CsvCell set(char[] row, int from, int to) {
    text = row;
    start = from;
    end = to;
    return this;
  }

  @Override
  public int length() {
    return end - start;
  }

  @Override
  public char charAt(int index) {
    return text[start + index];
  }

  @Override
  public CharSequence subSequence(int from, int to) {
    return new CsvCell().set(text, start + from, start + to);
  }

  /** The text, because {@link CharSequence} demands it; messages never use it. */
  @Override
  public String toString() {
    return new String(text, start, end - start);
  }
}
