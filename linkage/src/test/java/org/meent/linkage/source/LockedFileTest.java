// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.protocols.SourcePlan;

class LockedFileTest {
  @TempDir Path study;

  @Test
  void locksWhatIsDeclaredAndTellsOrderFromContent() throws IOException {
    Path file = study.resolve("data/participation.csv");
    Files.createDirectories(file.getParent());
    String header = "RINPERSOONS,RINPERSOON,instrument,other\n";
    Files.writeString(file, header + "R,000000011,SW,1\nR,000000012,,2\n");
    LockedFile first = lock();
    assertThat(first.sha256()).isEqualTo(NswProtocol.sha256(file));
    assertThat(first.size()).isEqualTo(Files.size(file));
    assertThat(first.rows()).isEqualTo(2);
    assertThat(first.header()).containsExactly("RINPERSOONS", "RINPERSOON", "instrument", "other");
    assertThat(first.columns())
        .extracting(LockedFile.Column::name)
        .containsExactly("RINPERSOONS", "RINPERSOON", "instrument");
    assertThat(first.columns().get(2).empty()).isEqualTo(1);

    Files.writeString(file, header + "R,000000012,,2\nR,000000011,SW,1\n");
    LockedFile reordered = lock();
    assertThat(reordered.columns())
        .extracting(LockedFile.Column::anyOrder)
        .isEqualTo(first.columns().stream().map(LockedFile.Column::anyOrder).toList());
    assertThat(reordered.columns().get(2).inOrder()).isNotEqualTo(first.columns().get(2).inOrder());
    assertThat(reordered.columns().getFirst()).isEqualTo(first.columns().getFirst());

    Files.writeString(file, header + "R,000000012,,2\nR,000000011,XX,1\n");
    assertThat(lock().columns().get(2).anyOrder()).isNotEqualTo(first.columns().get(2).anyOrder());
  }

  private LockedFile lock() {
    SourcePlan plan = NswProtocol.sources(study).get("participation");
    if (plan == null) {
      throw new AssertionError("the protocol declares participation");
    }
    return LockedFile.lock(study, plan, "data/participation.csv");
  }

  @Test
  void locksTheExample() {
    Path example = NswProtocol.example("nsw");
    List<Long> rows =
        NswProtocol.sources(example).values().stream()
            .map(plan -> LockedFile.lock(example, plan, plan.files().getFirst().path()).rows())
            .toList();
    // examples/nsw/make/MakeData.java: 722 + 1, 722 + 722 + 445 + 2, 297 + 1.
    assertThat(rows).containsExactly(723L, 1891L, 298L);
  }
}
