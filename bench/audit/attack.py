# SPDX-License-Identifier: GPL-3.0-or-later
"""Random specifications for `meent protect`, and an attack on what it made, by a solver that is not ours.

    python3 bench/audit/attack.py make DIR SEED COUNT      DIR/<number>/records.csv and spec.yaml
    java ... org.meent.bench.ProtectFolders DIR            protects and verifies each of them
    python3 bench/audit/attack.py audit DIR                attacks each pattern with HiGHS

Shapes, codes, hierarchies, contributors, amounts, rules and standards are drawn. The audit makes cells, sensitive
cells and protection levels again from the records, takes only the pattern, and bounds every sensitive cell for the
public and, at the standard insider, for contributors who know their own parts; counts are whole. It also compares
released.csv with the pattern. Prints every failure, and how many cells and attackers there were.
"""
import csv
import itertools
import json
import math
import os
import random
import sys
from collections import defaultdict
from fractions import Fraction

import numpy as np
from scipy.optimize import LinearConstraint, Bounds, milp
from scipy.sparse import csr_matrix

MOST = 15  # sensitive cells attacked per table, but all where a table was refused
STYLES = ["{}", "0{}", ".{}", "{} x", " {}", "a,{}", 'q"{}', "é{}", "#{}", "- {}", "{}: y", "'{}'", "1e{}", "true{}", "\\{}"]


def dimension(draw, d, style):
    """Codes of one dimension: how it is asked for, its columns, a row of codes per finest code, and its sums."""
    kind = draw.choice(["flat", "nested", "deep", "also", "groups", "tree"])
    size = draw.randint(1, 5)
    code = lambda level, n: style.format("%s%d%d" % (level, d, n))
    finest = [code("f", n) for n in range(size)]
    columns, rows, sums, more = ["d%d" % d], {f: [f] for f in finest}, [], {}
    def by(names):
        whole = defaultdict(list)
        for f, n in zip(finest, names):
            whole[n].append(f)
        return whole
    if kind in ("nested", "deep", "also"):
        above = [code("a", draw.randrange(1 + size // 2)) for _ in finest]
        columns = ["a%d" % d, "d%d" % d]
        rows = {f: [a, f] for f, a in zip(finest, above)}
        parts = by(above)
        sums = [("Total", sorted(parts))] + list(parts.items())
        if kind == "deep":
            top = {a: code("t", draw.randrange(2)) for a in parts}
            columns = ["t%d" % d] + columns
            rows = {f: [top[a], a, f] for f, a in zip(finest, above)}
            tops = defaultdict(list)
            for a in sorted(parts):
                tops[top[a]].append(a)
            sums = [("Total", sorted(tops))] + list(tops.items()) + list(parts.items())
        if kind == "also":
            other = [code("o", draw.randrange(2)) for _ in finest]
            columns = ["o%d" % d] + columns
            rows = {f: [o, a, f] for f, o, a in zip(finest, other, above)}
            parts = by(other)
            sums += [("Total", sorted(parts))] + list(parts.items())
            more["also"] = [["o%d" % d, "d%d" % d]]
    else:
        sums = [("Total", finest)]
    if kind == "groups" and size > 1:
        more["groups"] = {}
        for g in range(draw.randint(1, 2)):
            more["groups"][code("g", g)] = draw.sample(finest, draw.randint(1, size))
        sums += list(more["groups"].items())
    if kind == "tree":
        inner = finest[: size // 2]
        tree = [(f, code("u", 0) if f in inner else "") for f in finest]
        if inner:
            tree.append((code("u", 0), ""))
            sums = [("Total", [code("u", 0)] + finest[size // 2:]), (code("u", 0), inner)]
        more["tree"] = tree
    return columns, rows, sums, more


def make(folder, seed, count):
    for number in range(count):
        draw = random.Random("%s %s" % (seed, number))
        case = os.path.join(folder, "%04d" % number)
        os.makedirs(case, exist_ok=True)
        n = draw.choice([1, 1, 2, 2, 3, 3, 4])
        dims, columns, sums = {}, [], {}
        rows = []
        for d in range(n):
            cols, codes, add, more = dimension(draw, d, draw.choice(STYLES))
            rows.append(codes)
            name = draw.choice(["dim%d", "Dim %d"]) % d
            asked = [c for c in cols if not c.startswith("o")]
            if "tree" in more:
                with open(os.path.join(case, "tree%d.csv" % d), "w", encoding="utf-8", newline="") as out:
                    csv.writer(out, lineterminator="\n").writerows([("code", "parent")] + more["tree"])
                more["tree"] = "tree%d.csv" % d
            dims[name] = {"columns": asked, **more} if more else asked
            columns.append(cols)
            sums[name] = add
        amounts = draw.choice(["", "", "whole", "decimal", "big", "negative", "equal", "zeros"])
        holder = draw.random() < 0.5 if amounts else draw.random() < 0.4
        weighted = amounts and not holder and draw.random() < 0.3
        size = draw.choice([1, 3, 8, 20, 40, 80]) if n < 4 else draw.choice([5, 20])
        size = max([size] + [len(codes) for codes in rows])
        header = [c for cols in columns for c in cols] + ["x", "h", "w", "asked"]
        records = []
        for i in range(size):
            row = []
            for codes in rows:
                of = sorted(codes)
                row += codes[of[i % len(of)] if i < len(of) else draw.choice(of) if draw.random() < 0.6 else of[0]]
            x = int(10 / (1.0001 - draw.random()) ** 1.2)
            x = {"decimal": "%d.%02d" % (x, draw.randrange(100)), "big": x * 10 ** 9, "equal": 7,
                 "negative": x * draw.choice([1, 1, 1, -1]), "zeros": x * draw.randrange(2)}.get(amounts, x)
            row += [x, "h%d" % int(size * 0.5 * draw.random() ** 2), draw.choice([1, 1, 2, 2.5]), draw.randrange(2)]
            records.append(row)
        with open(os.path.join(case, "records.csv"), "w", encoding="utf-8", newline="") as out:
            csv.writer(out, lineterminator="\n").writerows([header] + records)
        choices = [{"threshold": draw.randint(2, 5)}, {"threshold": [{"minimum": draw.choice([3, 5]), "range": draw.choice([5, 10, 50, 100])}]}]
        if amounts:
            choices += [{"p-percent": draw.choice([5, 10, 25])}] * 3 + [{"dominance": [{"n": 2, "k": 85}, {"n": 1, "k": 70}]}]
            choices += [{"prior-posterior": {"p": 10, "q": 50}}, {"p-percent": 15, "threshold": 3}]
            if not weighted:
                choices += [{"request": {"column": "asked", "code": 1, "p-percent": 40}}]
        else:
            choices += [{"threshold": 3, "group-disclosure": 80}, {"class-disclosure": True, "threshold": 2}]
            choices += [{"threshold": 3}, {"threshold": 3}]
        spec = {"input": "records.csv", "dimensions": dims, "rules": draw.choice(choices),
                "standard": draw.choice(["exact", "interval", "insider"])}
        if amounts:
            spec["measure"] = "x"
        if holder:
            spec["contributor"] = "h"
        if weighted:
            spec["weight"] = "w"
        if draw.random() < 0.2:
            spec["zeros"] = "disclosive"
        if draw.random() < 0.5:
            spec["cost"] = draw.choice(["cells", "value", "information"])
        if n >= 3 and draw.random() < 0.5:
            names = list(dims)
            spec["tables"] = {"one": names[:2], "two": names[1:]}
        if draw.random() < 0.3:
            spec["priority"] = [{"cells": {draw.choice(list(dims)): "Total"}, "weight": draw.choice([0.1, 3, 50])}]
        used = {tuple(row[header.index(cols[-1])] for cols in columns) for row in records}
        free = [cell for cell in itertools.product(*(sorted(codes) for codes in rows)) if cell not in used]
        if free and not weighted and draw.random() < 0.3:
            spec["structural-zeros"] = [dict(zip(dims, draw.choice(free)))]
        if draw.random() < 0.2:
            spec["must-stay"] = [{name: "Total" for name in dims}]
        with open(os.path.join(case, "spec.yaml"), "w", encoding="utf-8") as out:
            out.write("\n".join("%s: %s" % (k, json.dumps(v, ensure_ascii=False)) for k, v in spec.items()) + "\n")
        with open(os.path.join(case, "sums.json"), "w", encoding="utf-8") as out:
            json.dump(sums, out)


def content(case, spec, sums):
    """Cells with their value, their number of units, and the parts of each contributor."""
    names = list(spec["dimensions"])
    finest = [(d["columns"] if isinstance(d, dict) else d)[-1] for d in spec["dimensions"].values()]
    above = []
    for name in names:
        reach = defaultdict(set)
        def climb(code, start):
            reach[start].add(code)
            for whole, parts in sums[name]:
                if code in parts:
                    climb(whole, start)
        for code in {c for _, parts in sums[name] for c in parts}:
            climb(code, code)
        above.append(reach)
    tables = spec.get("tables", {"": names}).values()
    cells = {}
    for table in tables:
        codes = [sorted({"Total"} | {c for w, p in sums[n] for c in [w, *p]}) if n in table else ["Total"] for n in names]
        for cell in itertools.product(*codes):
            cells[cell] = [Fraction(0), 0, defaultdict(Fraction), defaultdict(lambda: Fraction(1)), set()]
    counts = "measure" not in spec
    for i, row in enumerate(csv.DictReader(open(os.path.join(case, "records.csv"), encoding="utf-8", newline=""))):
        weight = Fraction(row["w"]) if "weight" in spec else Fraction(1)
        amount = weight * (1 if counts else Fraction(row["x"]))
        who = row["h"] if "contributor" in spec else i
        for cell in itertools.product(*(sorted(above[d][row[f]] | {"Total"}) for d, f in enumerate(finest))):
            if cell in cells:
                of = cells[cell]
                of[0] += amount
                of[1] += 1 if counts or who not in of[2] else 0
                of[2][who] += amount
                of[3][who] = weight
                if row["asked"] == "1":
                    of[4].add(who)
    return names, cells


def levels(spec, cell, cells, names, sums, unit):
    """Lower and upper protection level, or None; rounded up to the unit of the measure."""
    value, units, parts, weights, _ = cells[cell]
    rules = spec["rules"]
    absolute = sum((abs(p) for p in parts.values()), Fraction(0))
    asked = {w for of in cells.values() for w in of[4]} if "request" in rules else set()
    singles = []
    for who, part in parts.items():
        w = weights[who] if "weight" in spec else Fraction(1)
        singles.append((abs(part) / w, max(Fraction(1), w)))
    singles.sort(reverse=True)
    def top(n):
        left, total = Fraction(n), Fraction(0)
        for x, copies in singles:
            take = min(copies, left)
            total += x * take
            left -= take
        return total
    found = []
    if units:
        for item in rules.get("threshold", []) if isinstance(rules.get("threshold"), list) else [rules["threshold"]] if "threshold" in rules else []:
            minimum, share = (item["minimum"], item["range"]) if isinstance(item, dict) else (item, 0)
            if units < minimum:
                found.append(Fraction(share) * absolute / 100)
        over = []
        if "p-percent" in rules:
            over.append(Fraction(rules["p-percent"], 100) * top(1) - (absolute - top(2)))
        if "prior-posterior" in rules:
            over.append(Fraction(10, 50) * top(1) - (absolute - top(2)))
        for item in rules.get("dominance", []):
            over.append(Fraction(100, item["k"]) * top(item["n"]) - absolute)
        if "request" in rules:
            s = max([abs(p) for w, p in parts.items() if w in asked], default=Fraction(0))
            if s > 0:
                r = top(2) - top(1) if s == top(1) else top(1)
                over.append(Fraction(40, 100) * s - (absolute - s - r))
        found += [o for o in over if o > 0]
    out = []
    signed = any(p < 0 for of in cells.values() for p in of[2].values())
    if found:
        level = math.ceil(max(found) / unit) * unit
        out.append((level if signed else min(level, value), level))
    if spec.get("zeros") == "disclosive" and absolute == 0:
        out.append((Fraction(0), Fraction(0)))
    if "group-disclosure" in rules or "class-disclosure" in rules:
        for d, name in enumerate(names):
            for whole, part_codes in sums[name]:
                above = cell[:d] + (whole,) + cell[d + 1:]
                if cell[d] not in part_codes or len(part_codes) < 2 or above not in cells:
                    continue
                total = cells[above][0]
                if "group-disclosure" in rules and total > 0 and value > (80 * total) // 100:
                    out.append((value - 80 * total // 100, Fraction(0)))
                others = [cell[:d] + (c,) + cell[d + 1:] for c in part_codes if c != cell[d]]
                if total > 0 and any(cells[o][0] == total for o in others):
                    out.append((Fraction(0), Fraction(0)))
    named = spec.get("structural-zeros", [])
    if not out or any(all(finest(sums[n], cell[names.index(n)]) <= finest(sums[n], code) for n, code in p.items()) for p in named):
        return None
    lower, upper = max(o[0] for o in out), max(o[1] for o in out)
    if not hides_zeros(spec):
        lower = min(lower, value - least(cell, cells, names, sums, {}))
    return lower, upper


def finest(sums, code):
    """The finest codes of a code."""
    parts = next((parts for whole, parts in sums if whole == code), None)
    return {code} if parts is None else set().union(*(finest(sums, p) for p in parts))


def hides_zeros(spec):
    """Whether what is left out may be zero, or is no count at all."""
    amounts = "measure" in spec or "weight" in spec
    return amounts or spec.get("zeros") == "disclosive" or not {"class-disclosure", "group-disclosure"}.isdisjoint(spec["rules"])


def least(cell, cells, names, sums, known):
    """What everybody can be sure of who knows that zeros are published: 1 in every finest part that is not one."""
    if cell not in known:
        known[cell] = 1 if cell in cells and cells[cell][0] else 0
        for d, name in enumerate(names):
            for whole, parts in sums[name] if known[cell] else []:
                if whole == cell[d]:
                    known[cell] = max(known[cell], sum(least(cell[:d] + (p,) + cell[d + 1:], cells, names, sums, known) for p in parts))
    return known[cell]


def audit(folder):
    totals = defaultdict(int)
    for number in sorted(os.listdir(folder)):
        case = os.path.join(folder, number)
        spec = {}
        for line in open(os.path.join(case, "spec.yaml"), encoding="utf-8"):
            key, value = line.rstrip("\n").split(": ", 1)
            spec[key] = json.loads(value)
        sums = json.load(open(os.path.join(case, "sums.json"), encoding="utf-8"))
        if not os.path.exists(os.path.join(case, "out", "cells.csv")):
            totals["refused"] += 1
            if not refused_rightly(case, spec, sums, totals):
                print(number, "refused, although leaving out all that may be left out protects it", flush=True)
                totals["refused wrongly, it seems"] += 1
            continue
        for failure in attack(case, spec, sums, totals):
            print(number, failure, flush=True)
            totals["failures"] += 1
        totals["tables"] += 1
    print(dict(totals))


def refused_rightly(case, spec, sums, totals):
    """Whether somebody learns a sensitive cell, or one must stay, even when everything that may be left out is."""
    names, cells = content(case, spec, sums)
    stays = spec.get("must-stay", [])
    decimals = [len(row["x"].partition(".")[2]) for row in csv.DictReader(open(os.path.join(case, "records.csv"), encoding="utf-8"))]
    unit = Fraction(1, 10 ** max(decimals)) if "measure" in spec else Fraction(1)
    need = {c: levels(spec, c, cells, names, sums, unit) for c in cells}
    fixed = {c for c in cells if any(all(c[names.index(n)] == code for n, code in p.items()) for p in stays)}
    if any(need[c] is not None for c in fixed):
        return True
    hidden = [c for c in cells if c not in fixed and (cells[c][0] != 0 or need[c] is not None)]
    before = totals["unsolved"]
    learned = next(exposed(case, spec, sums, names, cells, hidden, need, unit, totals, True), None)
    return learned is not None or totals["unsolved"] > before


def attack(case, spec, sums, totals):
    names, cells = content(case, spec, sums)
    pattern = list(csv.DictReader(open(os.path.join(case, "out/cells.csv"), encoding="utf-8", newline="")))
    free = list(csv.DictReader(open(os.path.join(case, "out/released.csv"), encoding="utf-8", newline="")))
    listed = [tuple(row[n] for n in names) for row in pattern]
    if sorted(listed) != sorted(cells):
        yield "other cells: %s" % (set(listed) ^ set(cells))
        return
    unit = max((Fraction(1, 10 ** len(r["value"].partition(".")[2])) for r in pattern), default=Fraction(1))
    unit = min((Fraction(1, 10 ** len(r["value"].partition(".")[2])) for r in pattern), default=unit)
    hidden = [c for c, row in zip(listed, pattern) if row["status"] != "published"]
    at = {c: k for k, c in enumerate(hidden)}
    need = {c: levels(spec, c, cells, names, sums, unit) for c in listed}
    for c, row, free_row in zip(listed, pattern, free):
        if Fraction(row["value"]) != cells[c][0]:
            yield "value of %s" % (c,)
        if (need[c] is not None) != (row["status"] == "primary"):
            yield "status of %s: %s, need %s" % (c, row["status"], need[c])
        if list(free_row) != names + ["value"] or [free_row[n] for n in names] != list(c):
            yield "released otherwise: %s" % (c,)
        if free_row["value"] != ("." if c in at else row["value"]):
            yield "released: %s" % (c,)
    if hidden:
        yield from exposed(case, spec, sums, names, cells, hidden, need, unit, totals)


def exposed(case, spec, sums, names, cells, hidden, need, unit, totals, refused=False):
    """Sensitive cells that somebody learns when some cells are left out."""
    at = {c: k for k, c in enumerate(hidden)}
    data, rows, columns, right = [], [], [], []
    for c in cells:
        for d, name in enumerate(names):
            for whole, parts in sums[name]:
                below = [c[:d] + (p,) + c[d + 1:] for p in parts]
                if c[d] != whole or below[0] not in cells or not any(m in at for m in [c, *below]):
                    continue
                right.append(sum((-cells[m][0] for m in below if m not in at), cells[c][0] if c not in at else 0))
                for m, s in [(c, -1)] + [(b, 1) for b in below]:
                    if m in at:
                        data.append(s)
                        rows.append(len(right) - 1)
                        columns.append(at[m])
    matrix = csr_matrix((data, (rows, columns)), shape=(len(right), len(hidden)))
    counts = "measure" not in spec and "weight" not in spec
    signed = any(p < 0 for of in cells.values() for p in of[2].values())
    # a zero is always published, and the attacker knows it: what is left out is at least 1
    least = 0 if hides_zeros(spec) else 1
    scale = float(max([abs(of[0]) for of in cells.values()] + [1])) if not counts else 1.0
    scale = scale / 1000 if scale > 1000 else 1.0
    people = [(None, {})]
    if spec["standard"] == "insider":
        own = defaultdict(dict)
        for c in hidden:
            for who, part in cells[c][2].items():
                if part:
                    own[who][c] = part
        people += sorted(own.items(), key=str)
    draw = random.Random(case)
    sensitive = [c for c in hidden if need[c] is not None]
    totals["sensitive"] += len(sensitive)
    for c in draw.sample(sensitive, len(sensitive) if refused else min(MOST, len(sensitive))):
        totals["attacked"] += 1
        inside = [p for p in people[1:] if c in p[1]]
        outside = [p for p in people[1:] if c not in p[1]]
        for who, own in people[:1] + draw.sample(inside, len(inside) if refused else min(4, len(inside))) + draw.sample(outside, len(outside) if refused else min(3, len(outside))):
            value = cells[c][0]
            alone = {k for k, part in own.items() if part == cells[k][0]}
            if c in alone:
                continue
            totals["attacks"] += 1
            low = [float(cells[k][0] / Fraction(scale)) if k in alone else
                   (-np.inf if signed else max(least, float(own.get(k, 0) / Fraction(scale)))) for k in hidden]
            high = [float(cells[k][0] / Fraction(scale)) if k in alone else np.inf for k in hidden]
            ends = []
            goal = np.zeros(len(hidden))
            goal[at[c]] = 1
            b = np.array([float(r / Fraction(scale)) for r in right])
            for sign in (1, -1):
                found = milp(sign * goal, constraints=[LinearConstraint(matrix, b, b)] if right else [],
                             bounds=Bounds(low, high), integrality=np.full(len(hidden), 1 if counts and len(hidden) <= 120 else 0))
                ends.append(found.fun * sign * scale if found.status == 0 else (-np.inf * sign if found.status in (3, 4) else None))
            if None in ends:
                totals["unsolved"] += 1
                continue
            slack = 1e-6 * max(1.0, abs(float(value)))
            down, up = need[c]
            rest = value - own.get(c, 0)
            down = down if signed else min(down, rest)
            if ends[1] - ends[0] < (0.5 if counts else float(unit) * 1e-3 if slack < float(unit) else slack):
                yield "exactly disclosed to %s: %s in %s (true %s)" % (who, c, ends, float(value))
            elif spec["standard"] != "exact" and (ends[1] < float(value + up) - slack or ends[0] > float(value - down) + slack):
                yield "under-protected to %s: %s in %s (true %s, levels %s)" % (who, c, ends, float(value), need[c])


if sys.argv[1] == "make":
    make(sys.argv[2], sys.argv[3], int(sys.argv[4]))
else:
    audit(sys.argv[2])
