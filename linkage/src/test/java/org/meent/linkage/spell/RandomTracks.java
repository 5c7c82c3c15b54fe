// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import org.meent.protocols.run.RandomStream;

/**
 * Small random tracks for the oracles: few days, so that every kind of touch and overlap occurs.
 */
final class RandomTracks {
  /** Days on which spells start: 0 until this. */
  static final int DAYS = 40;

  /** First day that the oracles do not look at; open spells reach it. */
  static final int HORIZON = 60;

  private RandomTracks() {}

  /** Up to seven spells, up to three states, some of them open. */
  static Track of(RandomStream random) {
    Track track = new Track();
    int size = random.nextInt(8);
    for (int i = 0; i < size; i++) {
      int start = random.nextInt(DAYS);
      int end = start + 1 + random.nextInt(random.nextInt(2) == 0 ? 4 : 15);
      track.add(start, random.nextInt(12) == 0 ? Spell.OPEN : end, 1 + random.nextInt(3));
    }
    track.sort();
    return track;
  }

  /** How many spells hold on each day. */
  static int[] depth(Track track) {
    int[] depth = new int[HORIZON];
    for (int i = 0; i < track.size(); i++) {
      for (int day = track.start(i); day < Math.min(HORIZON, track.end(i)); day++) {
        depth[day]++;
      }
    }
    return depth;
  }

  /** How many spells of a state hold on each day. */
  static int[] depth(Track track, int state) {
    return depth(only(track, state));
  }

  /** The spells of one state. */
  static Track only(Track track, int state) {
    Track only = new Track();
    for (int i = 0; i < track.size(); i++) {
      if (track.state(i) == state) {
        only.add(track.start(i), track.end(i), state);
      }
    }
    return only;
  }

  /** The track of one spell. */
  static Track single(Track track, int spell) {
    Track single = new Track();
    single.add(track.start(spell), track.end(spell), track.state(spell));
    return single;
  }

  /** The longest runs of true days, in the given state; a run that reaches the horizon is open. */
  static Track runs(boolean[] days, int state) {
    Track runs = new Track();
    for (int day = 0; day < HORIZON; day++) {
      if (days[day] && (day == 0 || !days[day - 1])) {
        int end = day;
        while (end < HORIZON && days[end]) {
          end++;
        }
        runs.add(day, end == HORIZON ? Spell.OPEN : end, state);
      }
    }
    return runs;
  }

  /** A track in words, for comparing. */
  static String words(Track track) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < track.size(); i++) {
      words.append("[%d,%d)%d ".formatted(track.start(i), track.end(i), track.state(i)));
    }
    return words.toString();
  }
}
