// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

/** A view on the text of one field, without copying it. It never shows what it holds. */
final class Cell implements CharSequence {
  private char[] text = {};
  private int start;
  private int end;

  Cell set(char[] row, int from, int to) {
    text = row;
    start = from;
    end = to;
    return this;
  }

  /** The text itself. */
  String text() {
    return new String(text, start, end - start);
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
    return new Cell().set(text, start + from, start + to);
  }

  /** The text, because {@link CharSequence} demands it; messages never use it. */
  @Override
  public String toString() {
    return text();
  }
}
