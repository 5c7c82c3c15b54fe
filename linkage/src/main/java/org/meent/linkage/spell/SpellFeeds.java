// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import java.util.List;

/** Several feeds as one: each person's spells of all of them together. */
public final class SpellFeeds {
  private SpellFeeds() {}

  /**
   * The feeds together. A person is there who is in at least one of them. The states of different
   * feeds should have different codes.
   */
  public static SpellFeed together(List<SpellFeed> feeds) {
    return new Together(feeds);
  }

  private static final class Together implements SpellFeed {
    private final SpellFeed[] feeds;
    private final boolean[] has;
    private final Track track = new Track();
    private long person;
    private boolean started;

    Together(List<SpellFeed> feeds) {
      this.feeds = feeds.toArray(SpellFeed[]::new);
      this.has = new boolean[this.feeds.length];
    }

    @Override
    public boolean next() {
      for (int i = 0; i < feeds.length; i++) {
        if (!started || (has[i] && feeds[i].person() == person)) {
          has[i] = feeds[i].next();
        }
      }
      started = true;
      track.clear();
      boolean any = false;
      for (int i = 0; i < feeds.length; i++) {
        if (has[i] && (!any || feeds[i].person() < person)) {
          person = feeds[i].person();
          any = true;
        }
      }
      for (int i = 0; any && i < feeds.length; i++) {
        if (has[i] && feeds[i].person() == person) {
          track.append(feeds[i].spells());
        }
      }
      track.sort();
      return any;
    }

    @Override
    public long person() {
      return person;
    }

    @Override
    public Track spells() {
      return track;
    }
  }
}
