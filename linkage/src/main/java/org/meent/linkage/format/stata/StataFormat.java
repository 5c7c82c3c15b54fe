// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.stata;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.meent.linkage.format.*;

public final class StataFormat implements FileFormat {
  @Override
  public List<String> endings() {
    return List.of();
  }

  @Override
  public boolean recognises(byte[] head) {
    return false;
  }

  @Override
  public TableSource open(Path file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<TableWriting> writing(String ending) {
    return Optional.empty();
  }
}
