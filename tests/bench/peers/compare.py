#!/usr/bin/env python3
"""Measures iotbench beside its peers, interleaved in rounds; started by run.sh, which says more."""
import argparse
import pathlib
import statistics
import sys

import contenders
import table
from contenders import THREADS, Unavailable
from table import Row

BATCHES = (1, 8, 32, 128)
ENGINES = (("opencv", "fp32"), ("openvino", "fp32"), ("openvino", "bf16"), ("openvino", "int8"), ("onnxruntime", "fp32"),
           ("onnxruntime", "int8"))
BARE_ONNXRUNTIME = "ONNX Runtime in C++, nothing else"
HALF = "half of that rate"
P99_IMAGES = 1100  # a p99 needs 1,000 images
PUBLISHED = "published: 170 images/s"


def alone_name(engine):
    return f"iotbench, engine {engine} alone"


def path_name(engine, wire_format):
    return f"iotbench, {engine}, {wire_format} over TCP"


def rows_of_engines(ours, model, batches):
    """Batch by batch, so that what is compared with each other is measured side by side."""
    rows = []
    for batch in batches:
        for engine, precision in ENGINES:
            rows.append(Row(alone_name(engine), precision, str(batch), ours="" if engine == "openvino" else
                            alone_name("openvino"),
                            measure=lambda s, e=engine, p=precision, b=batch: ours.alone(e, p, b, s),
                            count_right=lambda e=engine, p=precision: ours.right(e, p)))
            if engine == "openvino":
                rows.append(Row("OpenVINO benchmark_app", precision, str(batch), ours=alone_name("openvino"),
                                measure=lambda s, p=precision, b=batch: contenders.benchmark_app(model, p, b, s)))
            if engine == "onnxruntime":
                rows.append(Row(BARE_ONNXRUNTIME, precision, str(batch), ours=alone_name(engine),
                                measure=lambda s, p=precision, b=batch: ours.bare_onnxruntime(p, b, s)))
        rows += rows_of_onnxruntime(model, batch)
        for way, name in (("graph", "TensorFlow, compiled function"), ("predict", "TensorFlow, Keras predict")):
            rows.append(Row(name, "fp32", str(batch), ours=alone_name("openvino"),
                            measure=lambda s, w=way, b=batch: contenders.tensorflow(model, w, b, s),
                            count_right=lambda: contenders.right_by_tensorflow(model)))
    return rows


def rows_of_onnxruntime(model, batch):
    rows = []
    for precision in ("fp32", "int8"):
        for sessions, threads in dict.fromkeys([(1, THREADS), (THREADS, 1)]):
            rows.append(Row(f"ONNX Runtime, sessions × threads {sessions} × {threads}", precision, str(batch),
                            ours=alone_name("openvino"),
                            measure=lambda s, p=precision, n=sessions, t=threads:
                            contenders.onnxruntime(model, p, n, t, batch, s),
                            count_right=lambda p=precision: contenders.right_by_onnxruntime(model, p)))
    return rows


def rows_of_whole_path(ours):
    rows = []
    for wire_format in ("keras", "cifar"):
        for engine, precision in (("null", "fp32"), *ENGINES):
            rows.append(Row(path_name(engine, wire_format), precision, "", measure=lambda s, e=engine, p=precision,
                            f=wire_format: ours.whole_path(e, p, f, "max", s)))
    return rows


def intended_rows(ours, path):
    """Half of what the whole path reached so far, at a constant pace: of the whole path, and of the engine alone."""
    engine = path.contender.split(", ")[1]

    def rate():
        if path.median() is None:
            raise Unavailable(path.remark)
        return round(path.median() / 2, 1)

    def whole(seconds):
        return ours.whole_path(engine, path.precision, "keras", rate(), max(seconds, round(P99_IMAGES / rate(), 1)))

    def alone(seconds):
        return ours.alone(engine, path.precision, 1, seconds, rate())
    return (Row(f"iotbench, {engine}, keras, {HALF}", path.precision, "", measure=whole),
            Row(f"{alone_name(engine)}, {HALF}", path.precision, "1", measure=alone))


def measure_rounds(rows, rounds, seconds):
    for number in range(rounds):
        for index, row in enumerate(rows):
            if sys.stderr.isatty():
                print(f"\r\033[Kround {number + 1} of {rounds}, {index + 1} of {len(rows)}: {row.contender}",
                      end="", file=sys.stderr, flush=True)
            try:
                if not row.remark:
                    row.figures.append(row.measure(seconds))
            except Unavailable as reason:
                row.remark = str(reason)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)


def count_right(rows):
    for row in rows:
        if row.count_right and row.figures:
            try:
                row.right = row.count_right()["right"]
            except Unavailable as reason:
                row.remark = str(reason)


def best(rows, starts, precision):
    found = [row for row in rows if row.contender.startswith(starts) and row.precision == precision and row.median()]
    return max(found, key=Row.median, default=None)


def counterpart_of(ours, rows):
    """The bare library's row of the same precision and batch."""
    return next((row for row in rows if (row.contender, row.precision, row.batch)
                 == (BARE_ONNXRUNTIME, ours.precision, ours.batch)), None)


def claims(rows):
    """What is aimed at, of figures of this run: a name, a figure and its bar."""
    def rate(row):
        return row.median() if row else None

    def quotient(one, two):
        return one / two if one and two else None

    peers = ("OpenVINO benchmark_app", "ONNX Runtime", "TensorFlow")
    alone = {precision: rate(best(rows, alone_name("openvino"), precision)) for precision in ("fp32", "bf16", "int8")}
    best_fp32_peer = max((rate(best(rows, peer, "fp32")) or 0 for peer in peers), default=0)
    for precision in ("fp32", "bf16", "int8"):
        yield (f"openvino {precision} / benchmark_app {precision}, each at its best batch",
               quotient(alone[precision], rate(best(rows, "OpenVINO benchmark_app", precision))), "at least 0.98")
    for precision in ("fp32", "int8"):
        ours = best(rows, alone_name("onnxruntime"), precision)
        pair = counterpart_of(ours, rows) if ours else None
        yield f"onnxruntime {precision} / ONNX Runtime in C++, round by round", table.ratio(ours, pair), "at least 0.98"
    yield "openvino fp32 / best fp32 peer", quotient(alone["fp32"], best_fp32_peer), "at least 1"
    yield "openvino int8 / best fp32 peer", quotient(alone["int8"], best_fp32_peer), "at least 1.7"
    yield ("openvino int8 / TensorFlow batched", quotient(alone["int8"], rate(best(rows, "TensorFlow", "fp32"))),
           "at least 4")
    for wire_format, bar in (("keras", 0.95), ("cifar", 0.97)):
        harness = rate(best(rows, path_name("null", wire_format), "fp32"))
        for engine, precision in ENGINES:
            bare, whole = (rate(best(rows, name, precision))
                           for name in (alone_name(engine), path_name(engine, wire_format)))
            value = whole * (1 / bare + 1 / harness) if whole and bare and harness else None
            yield f"{engine} {precision}, {wire_format} / (1/(1/bare + 1/null))", value, f"at least {bar}"


def service_ratio(row, bare):
    return statistics.median(ours / theirs for ours, theirs in zip(row.all("service_p50_ms"), bare.all("ms")))


def latency_lines(rows):
    for row in rows:
        if row.contender.endswith(", keras, " + HALF) and row.median("latency_p99_ms") is not None:
            engine = row.contender.split(", ")[1]
            flat_out, as_often = (
                next(each for each in rows if (each.contender, each.batch, each.precision) == (name, "1", row.precision))
                for name in (alone_name(engine), f"{alone_name(engine)}, {HALF}"))
            yield (f"{engine} {row.precision} at {row.median():.0f} images/s: p99 {row.median('latency_p99_ms'):.2f} ms "
                   f"from the intended time (aim: under 10), service p50 {row.median('service_p50_ms'):.3f} ms; the bare "
                   f"library's at batch 1, asked as often, {as_often.median('ms'):.3f} ms "
                   f"({service_ratio(row, as_often):.2f}; aim: at most 1.10), flat out {flat_out.median('ms'):.3f} ms "
                   f"({service_ratio(row, flat_out):.2f})")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True, type=pathlib.Path)
    parser.add_argument("--model", default="resnet20")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=3, help="of each measurement")
    parser.add_argument("--original", metavar="DIR")
    parser.add_argument("--csv", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[3] / "build/peers.csv")
    parser.add_argument("--quick", action="store_true")
    arguments = parser.parse_args()
    if arguments.quick:
        arguments.rounds, arguments.seconds = 1, 0.5

    ours = contenders.Ours(arguments.build, arguments.model)
    rows = rows_of_engines(ours, arguments.model, BATCHES[:2] if arguments.quick else BATCHES)
    paths = rows_of_whole_path(ours)
    rows += paths
    for path in paths:
        if ", keras over TCP" in path.contender and "null" not in path.contender:
            rows += intended_rows(ours, path)
    rows.append(Row("the original receiver, a predict an image", "fp32", "1", ours=alone_name("openvino"),
                    published=PUBLISHED,
                    measure=lambda s: contenders.original(arguments.original, arguments.build, s)))
    measure_rounds(rows, arguments.rounds, arguments.seconds)
    count_right(rows)

    print(f"{arguments.model}, {THREADS} processors, medians of {arguments.rounds} rounds of {arguments.seconds:g} s\n")
    print(table.text(rows) + "\n")
    for name, value, bar in claims(rows):
        print(f"{name:66} {'not measured' if value is None else f'{value:.3f}':>12}   {bar}")
    print()
    for line in latency_lines(rows):
        print(line)
    table.write_csv(rows, arguments.csv)
    print(f"\n{arguments.csv}")


if __name__ == "__main__":
    main()
