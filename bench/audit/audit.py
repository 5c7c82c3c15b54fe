# SPDX-License-Identifier: GPL-3.0-or-later
"""An audit of a protected table by a solver that is not ours (HiGHS, through scipy).

    python3 bench/audit/audit.py RECORDS.csv DIR DIMS RULE [SAMPLE [LOWEST]]

RECORDS  the records that were protected
DIR      the folder that `meent protect` wrote (cells.csv is read, the certificate is not)
DIMS     name=coarse/fine,name=coarse/fine
RULE     threshold:3, or p-percent:10:turnover:holding (measure and contributor)
SAMPLE   audit that many primaries, evenly spread; all if left out
LOWEST   what no suppressed cell is below, 0 if left out; 1 is somebody who knows that empty cells are published (read "exact" then; levels of counts count from 0)

Everything but the pattern is made again here: the cells, the sensitive ones, their protection levels, and the
equations. Prints how many primaries are exactly disclosed and how many are under-protected at `interval`.
"""
import csv
import itertools
import sys
from collections import defaultdict

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix


def hierarchies(records, dims):
    """Per dimension: paths from the total to the finest code, and the parts of each code."""
    paths, parts = [], []
    for levels in dims.values():
        path, part = {}, defaultdict(set)
        for row in records:
            chain = ["Total"] + [row[level] for level in levels]
            path[chain[-1]] = list(dict.fromkeys(chain))
            for above, below in zip(chain, chain[1:]):
                if above != below:
                    part[above].add(below)
        paths.append(path)
        parts.append(part)
    return paths, parts


def cells_of(records, dims, paths, measure, contributor):
    """Value of each cell, and the contributions to it."""
    value, contributions = defaultdict(float), defaultdict(lambda: defaultdict(float))
    finest = [levels[-1] for levels in dims.values()]
    for number, row in enumerate(records):
        amount = float(row[measure]) if measure else 1.0
        who = row[contributor] if contributor else number
        for cell in itertools.product(*(paths[d][row[f]] for d, f in enumerate(finest))):
            value[cell] += amount
            contributions[cell][who] += amount
    return value, contributions


def demand(rule, number, value, contributions):
    """The protection level a sensitive cell needs, or None."""
    if rule == "threshold":
        return 1.0 if 0 < value < number else None
    largest = sorted(contributions.values(), reverse=True) + [0.0, 0.0]
    level = number / 100 * largest[0] - (sum(largest) - largest[0] - largest[1])
    return level if level > 0 else None


def main():
    source, folder, dims_text, rule_text = sys.argv[1:5]
    dims = {part.split("=")[0]: part.split("=")[1].split("/") for part in dims_text.split(",")}
    rule, number, *rest = rule_text.split(":")
    number = float(number)
    measure, contributor = (rest + [None, None])[:2]
    records = list(csv.DictReader(open(source, encoding="utf-8")))
    paths, parts = hierarchies(records, dims)
    value, contributions = cells_of(records, dims, paths, measure, contributor)
    pattern = list(csv.DictReader(open(folder + "/cells.csv", encoding="utf-8")))
    names = [tuple(row[d] for d in dims) for row in pattern]
    hidden = [i for i, row in enumerate(pattern) if row["status"] != "published"]
    wrong = [n for n, row in zip(names, pattern) if abs(float(row["value"]) - value.get(n, 0.0)) > 1e-9]
    column = {names[i]: k for k, i in enumerate(hidden)}
    primaries = []
    for name, row in zip(names, pattern):
        need = demand(rule, number, value.get(name, 0.0), contributions[name]) if name in value else None
        if need is not None:
            primaries.append((name, need))
            if row["status"] == "published":
                print("published although sensitive:", name)
    triples, right, rows = [], [], 0
    for cell in names:
        for d in range(len(dims)):
            below = parts[d].get(cell[d])
            if not below:
                continue
            members = [(cell, -1.0)] + [(cell[:d] + (b,) + cell[d + 1:], 1.0) for b in sorted(below)]
            unknown = [(column[m], s) for m, s in members if m in column]
            if unknown:
                right.append(-sum(s * value.get(m, 0.0) for m, s in members if m not in column))
                triples += [(rows, k, s) for k, s in unknown]
                rows += 1
    matrix = csr_matrix(([s for _, _, s in triples], ([r for r, _, _ in triples], [k for _, k, _ in triples])),
                        shape=(rows, len(hidden)))
    right = np.array(right)
    sample = primaries
    if len(sys.argv) > 5:
        step = max(1, len(primaries) // int(sys.argv[5]))
        sample = primaries[::step]
    lowest = float(sys.argv[6]) if len(sys.argv) > 6 else 0
    exact = under = unsolved = 0
    for name, need in sample:
        goal = np.zeros(len(hidden))
        goal[column[name]] = 1.0
        bounds = []
        for sign in (1.0, -1.0):
            found = linprog(sign * goal, A_eq=matrix, b_eq=right, bounds=(lowest, None), method="highs")
            if found.status == 3:
                bounds.append(np.inf * -sign)
            elif found.status == 0:
                bounds.append(found.fun * sign)
            else:
                unsolved += 1
                bounds.append(value[name])
        low, high = bounds
        slack = 1e-6 * max(1.0, abs(value[name]))
        if high - low < slack:
            exact += 1
        if high < value[name] + need - slack or low > max(0.0, value[name] - need) + slack:
            under += 1
    secondary = [i for i, row in enumerate(pattern) if row["status"] == "secondary"]
    print(f"cells {len(names)}, primaries {len(primaries)}, secondaries {len(secondary)}, "
          f"value of secondaries {sum(float(pattern[i]['value']) for i in secondary):.0f}")
    print(f"audited {len(sample)}: exact {exact}, under-protected {under}, unsolved {unsolved}, wrong values {len(wrong)}")


main()
