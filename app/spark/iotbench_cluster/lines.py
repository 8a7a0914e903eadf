"""The text lines of the original's Spark programs, letter for letter, so that scripts which read those read these."""
import datetime


def iso_time(unix_s):
    """2019-07-09T17:28:17.422Z"""
    when = datetime.datetime.fromtimestamp(unix_s, datetime.timezone.utc)
    return when.strftime("%Y-%m-%dT%H:%M:%S.") + f"{when.microsecond // 1000:03}Z"


def iteration_line(unix_s, iteration, images, right):
    """`right` is None where nothing is inferred (engine null): the line ends before it."""
    line = f"{iso_time(unix_s)}: Iteration {iteration}: {images} images inferred."
    if right is not None:
        line += f" Correct predictions: {right}  Pct correct: {percent(right, images):.2f}"
    return line


def completion_line(images, elapsed_s):
    return (f"Test completion: {images} images inferred in {elapsed_s:.1f} sec "
            f"or {per_second(images, elapsed_s):.1f} images/second")


def interval_line(unix_s, interval, images, right):
    line = f"{iso_time(unix_s)}: Interval {interval}:  images received={images}"
    if right is not None:
        line += f"   images correctly predicted={right}"
    return line


def no_images_line(unix_s):
    return f"{iso_time(unix_s)}: No images received in interval"


def stopping_line(unix_s):
    return f"{iso_time(unix_s)}: Stopping stream"


def stream_line(images, elapsed_s, intervals, right):
    line = (f"{images} images received in {elapsed_s:.1f} seconds ({intervals} intervals), "
            f"or {per_second(images, elapsed_s):.0f} images/second")
    if right is not None:
        line += f"  Correct predictions: {right}  Pct correct: {percent(right, images):.1f}"
    return line


def percent(part, whole):
    return 100 * part / whole if whole else 0.0


def per_second(images, elapsed_s):
    return images / elapsed_s if elapsed_s > 0 else 0.0
