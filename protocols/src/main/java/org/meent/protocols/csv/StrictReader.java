// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes strictly: what is not in the character set is an error, never a replacement character.
 * Characters before the error are handed over first, so that whoever reads knows the line.
 */
final class StrictReader extends Reader {
  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
  private boolean ended;
  private boolean failed;

  StrictReader(InputStream in, Charset charset) {
    this.in = in;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /**
   * Reads characters.
   *
   * @throws CharacterCodingException if the next bytes are not in the character set
   */
  @Override
  public int read(char[] target, int from, int length) throws IOException {
    CharBuffer out = CharBuffer.wrap(target, from, length);
    while (out.position() == 0) {
      if (failed) {
        throw new CharacterCodingException();
      }
      if (ended && !bytes.hasRemaining()) {
        return -1;
      }
      CoderResult result = decoder.decode(bytes, out, ended);
      failed = result.isError();
      if (out.position() == 0 && !failed) {
        refill();
      }
    }
    return out.position();
  }

  private void refill() throws IOException {
    bytes.compact();
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (read < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + read);
    }
    bytes.flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
