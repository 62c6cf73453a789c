"""Reads a release of a Casebridge portal. Python's standard library only.

    import casebridge
    release = casebridge.read("https://portal.example/")          # or a folder that holds the site's files

    release.table("contributor_group~sex_or_gender", period="2015")   # a list of cells, one dictionary each
    release.figure("sex.male.2015")["value"]                          # 0.57; None where the figure is withheld

A code that begins with "?" is a reason for a missing answer: it is neither a blank nor a zero. A figure without a number has
None as its value and the reason in "status".
"""
import csv
import hashlib
import io
import json
import os
import urllib.error
import urllib.parse
import urllib.request

NUMBERS = {"estimate", "sd", "lower", "upper", "display"}


class CasebridgeError(Exception):
    """The portal does not have what was asked for, or a file is not the one that was signed for."""


def read(site, release=None):
    """Opens a release by its id; the current one when none is named."""
    if release is None:
        release = json.loads(_fetch(site, "latest.json"))["release"]
    return Release(site, release)


class Release:
    def __init__(self, site, release):
        self.site = site
        self.id = release
        self.manifest = json.loads(_fetch(site, f"r/{release}/manifest.json"))

    def table(self, key, period=None, by="tables"):
        """The cells of a published table, whose key is its variables joined by "~"; by="cohorts" for each cohort alone."""
        column = "cohort" if by == "cohorts" else "period"
        rows = self._rows(f"{by}/{key}.csv")
        wanted = {period} if isinstance(period, str) else None if period is None else set(period)
        cells = [row for row in rows if wanted is None or row[column] in wanted]
        for cell in cells:
            for name in NUMBERS & cell.keys():
                cell[name] = float(cell[name])
        return cells

    def tables(self):
        """Keys of the published tables."""
        return [table["key"] for table in json.loads(_fetch(self.site, f"data/{self.id}/tables.json"))["tables"]]

    def figure(self, figure):
        """A figure by its identifier."""
        for row in self.figures():
            if row["id"] == figure:
                return row
        raise CasebridgeError(f"release {self.id} has no figure {figure}")

    def figures(self):
        """Every figure of the release."""
        texts = {
            "id", "family", "period", "group", "place_kind", "place_region", "unit", "status",
            "release", "released", "release_status", "sentence", "example",
        }
        return [
            {name: _blank(value) if name in texts else _number(value) for name, value in row.items()}
            for row in self._rows("figures.csv")
        ]

    def declared(self):
        """What contributors publicly declare, a row a statement."""
        return [
            {name: _number(value) if name in ("year", "persons") else _blank(value) for name, value in row.items()}
            for row in self._rows("coverage.csv")
        ]

    def file(self, path):
        """Bytes of a file of the signed bundle, checked against its SHA-256."""
        entry = next((entry for entry in self.manifest["files"] if entry["path"] == path), None)
        if entry is None:
            raise CasebridgeError(f"release {self.id} has no file {path}")
        content = _fetch(self.site, f"r/{self.id}/{path}")
        if hashlib.sha256(content).hexdigest() != entry["sha256"]:
            raise CasebridgeError(f"{path} is not the file that release {self.id} was signed with")
        return content

    def _rows(self, path):
        text = _fetch(self.site, f"data/{self.id}/{path}").decode("utf-8")
        return list(csv.DictReader(io.StringIO(text, newline="")))


def total(cells, **where):
    """The sum of the estimates whose codes are allowed: total(cells, sex_or_gender=["male"]). Dots in names become "_"."""
    allowed = {name: [codes] if isinstance(codes, str) else list(codes) for name, codes in where.items()}
    names = {name.replace(".", "_"): name for name in (cells[0] if cells else {})}
    for name in allowed:
        if name not in names:
            raise CasebridgeError(f"the table has no variable {name}")
    return sum(cell["estimate"] for cell in cells if all(cell[names[name]] in codes for name, codes in allowed.items()))


def _blank(value):
    return None if value == "" else value


def _number(value):
    if value == "":
        return None
    number = float(value)
    return int(number) if number.is_integer() and "." not in value else number


def _fetch(site, path):
    base = site if site.endswith("/") else site + "/"
    if base.startswith(("http://", "https://")):
        try:
            with urllib.request.urlopen(base + urllib.parse.quote(path), timeout=60) as answer:
                return answer.read()
        except urllib.error.HTTPError as error:
            raise CasebridgeError(f"{base}{path}: the portal answers {error.code}") from error
    try:
        with open(os.path.join(base, *path.split("/")), "rb") as file:
            return file.read()
    except FileNotFoundError as error:
        raise CasebridgeError(f"{base} has no file {path}") from error
