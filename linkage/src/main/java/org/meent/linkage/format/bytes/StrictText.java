// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.bytes;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.meent.linkage.format.TextColumn;

/**
 * Turns bytes of one character set into UTF-8, strictly: a byte that the character set does not
 * know is never guessed at. Only a character that a field of fixed width cut in half at its end is
 * left out, as R's haven does.
 */
public final class StrictText {
  private final Charset charset;
  private final CharsetDecoder decoder;
  private final boolean asciiFirst;
  private CharBuffer room = CharBuffer.allocate(256);

  /** A decoder for one character set; not for use by two threads. */
  public StrictText(Charset charset) {
    this.charset = charset;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    this.asciiFirst = keepsAscii(charset);
  }

  /** The character set. */
  public Charset charset() {
    return charset;
  }

  /**
   * Adds a text to a column.
   *
   * @param mayBeCut whether the text fills its field, so that its last character may be half there
   * @return false if the bytes are not text in this character set; then nothing was added
   */
  public boolean append(TextColumn column, byte[] bytes, int offset, int length, boolean mayBeCut) {
    if (asciiFirst && isAscii(bytes, offset, length)) {
      column.append(bytes, offset, length);
      return true;
    }
    try {
      byte[] utf8 = text(bytes, offset, length, mayBeCut).getBytes(StandardCharsets.UTF_8);
      column.append(utf8, 0, utf8.length);
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /**
   * The text that bytes stand for.
   *
   * @throws CharacterCodingException if they are not text in this character set
   */
  public String text(byte[] bytes, int offset, int length, boolean mayBeCut)
      throws CharacterCodingException {
    if (room.capacity() < length * 2 + 2) {
      room = CharBuffer.allocate(length * 2 + 2);
    }
    room.clear();
    decoder.reset();
    ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
    CoderResult result = decoder.decode(in, room, false);
    if (!result.isError() && !(mayBeCut && in.hasRemaining())) {
      result = decoder.decode(in, room, true);
      decoder.flush(room);
    }
    if (result.isError()) {
      result.throwException();
    }
    return room.flip().toString();
  }

  /** Texts of a dictionary: bytes that are no text become the replacement character. */
  public String lenient(byte[] bytes) {
    try {
      return text(bytes, 0, bytes.length, true);
    } catch (CharacterCodingException e) {
      return new String(bytes, charset);
    }
  }

  private static boolean isAscii(byte[] bytes, int offset, int length) {
    byte seen = 0;
    for (int i = offset; i < offset + length; i++) {
      seen |= bytes[i];
    }
    return seen >= 0;
  }

  /** Whether each ASCII byte means itself, so that pure ASCII need not be decoded. */
  private static boolean keepsAscii(Charset charset) {
    byte[] ascii = new byte[128];
    StringBuilder same = new StringBuilder();
    for (int i = 0; i < 128; i++) {
      ascii[i] = (byte) i;
      same.append((char) i);
    }
    return new String(ascii, charset).contentEquals(same) && !charset.name().startsWith("ISO-2022");
  }
}
