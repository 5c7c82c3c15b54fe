// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.SourcePlan.LockedPath;
import org.meent.protocols.refusal.Where;

/**
 * Goes through the rows of all files of a source, each with its declared cells. A file's SHA-256 is
 * compared with the lock before and after it is parsed; a file that changed in between is refused.
 */
final class DeclaredFiles {
  private final Path studyFolder;
  private final SourcePlan plan;
  private final Door door;

  DeclaredFiles(Path studyFolder, SourcePlan plan, Door door) {
    this.studyFolder = studyFolder;
    this.plan = plan;
    this.door = door;
  }

  /** Takes the rows one after the other. */
  interface Taker {
    /** A row; its cells stand in the order of the protocol's variables. */
    void row(DeclaredRows row, CellReader[] cells, String file);
  }

  /** Hands over every row. */
  void each(Taker taker) {
    for (LockedPath locked : plan.files()) {
      StudyFile file = StudyFile.find(studyFolder, locked.path());
      Where where = Where.file(file.name());
      StudyFile.Scanned scanned = file.scan();
      file.checkLock(scanned.sha256(), locked.lock());
      try (DeclaredRows found =
          locked.isText()
              ? CsvRows.open(file, scanned, plan, where)
              : TableRows.open(file, plan, where)) {
        door.checkColumns(found.columns(), where);
        each(found, cells(where), file.name(), taker);
      }
      file.checkLock(file.scan().sha256(), locked.lock());
    }
  }

  private void each(DeclaredRows found, CellReader[] cells, String file, Taker taker) {
    while (found.next()) {
      for (int i = 0; i < cells.length; i++) {
        found.read(i, cells[i]);
      }
      taker.row(found, cells, file);
    }
  }

  private CellReader[] cells(Where where) {
    List<CellReader> cells = new ArrayList<>();
    plan.variables()
        .forEach(
            (name, variable) ->
                cells.add(
                    new CellReader(
                        name,
                        variable,
                        RowTimes.open(plan, name),
                        plan.format().decimal(),
                        where)));
    return cells.toArray(CellReader[]::new);
  }
}
