"""Rows of figures, one a round, shown as medians: for people, and as CSV."""
import csv
import dataclasses
import statistics


@dataclasses.dataclass
class Row:
    contender: str
    precision: str = ""
    batch: str = ""
    measure: object = None   # seconds -> dictionary of figures, or contenders.Unavailable
    count_right: object = None  # -> {"right": …}
    ours: str = ""           # the contender that this one is compared with
    published: str = ""      # what others say of it
    figures: list = dataclasses.field(default_factory=list)  # a dictionary a round
    right: int | None = None
    remark: str = ""         # why there are no figures

    def all(self, name):
        return [each[name] for each in self.figures if name in each]

    def median(self, name="images_per_s"):
        return statistics.median(self.all(name)) if self.all(name) else None


def ratio(row, other):
    """Median of the rounds' ratios; None where either has no figures."""
    if row is None or other is None:
        return None
    pairs = list(zip(row.all("images_per_s"), other.all("images_per_s")))
    return statistics.median(one / two for one, two in pairs) if pairs else None


def counterpart(row, rows):
    """Our row of the same precision and batch."""
    for each in rows:
        if each.contender == row.ours and (each.precision, each.batch) == (row.precision, row.batch):
            return each
    return None


def _number(value, digits):
    return "" if value is None else f"{value:.{digits}f}"


def text(rows):
    lines = [f"{'':50} {'':5} {'batch':>5} {'images/s':>10} {'lowest':>9} {'highest':>9} {'right':>6} {'/ ours':>7}"]
    for row in rows:
        rates = row.all("images_per_s")
        compared = ratio(row, counterpart(row, rows))
        cells = (f"{row.contender:50} {row.precision:5} {row.batch:>5} {_number(row.median(), 1):>10} "
                 f"{_number(min(rates, default=None), 1):>9} {_number(max(rates, default=None), 1):>9} "
                 f"{'' if row.right is None else row.right:>6} {_number(compared, 2):>7}")
        lines.append("  ".join(filter(None, [cells, row.remark, row.published])).rstrip())
    return "\n".join(lines)


def write_csv(rows, path):
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["contender", "precision", "batch", "images_per_s", "images_per_s_min", "images_per_s_max", "rounds",
                      "right", "ratio_to_ours", "latency_p99_ms", "service_p50_ms", "remark"])
        for row in rows:
            rates = row.all("images_per_s")
            out.writerow([row.contender, row.precision, row.batch, _number(row.median(), 2),
                          _number(min(rates, default=None), 2), _number(max(rates, default=None), 2), len(rates),
                          "" if row.right is None else row.right, _number(ratio(row, counterpart(row, rows)), 4),
                          _number(row.median("latency_p99_ms"), 3), _number(row.median("service_p50_ms"), 4), row.remark])
