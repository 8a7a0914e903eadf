#!/usr/bin/env python3
"""Makes the bundled CIFAR-10 test set: PNG sheets of tiles, which are decoded side by side, and a text file of labels.

    make_sheets.py test_batch.bin [FOLDER]

test_batch.bin is the test batch of the data set's binary version (cifar-10-binary.tar.gz, from
https://www.cs.toronto.edu/~kriz/cifar.html): 10,000 records of 3,073 bytes, each a label byte and 1,024 red, 1,024
green and 1,024 blue bytes. FOLDER, this script's own unless given, gets

    test_set_1.png … test_set_4.png
                     3,200 x 800 pixels, 8-bit RGB, of 2,500 images each in the official order: image k of a sheet is the
                     32 x 32 tile in column k mod 100, row k div 100
    test_labels.txt  100 lines of 100 digits, laid out as the sheets one under the other

and the BLAKE2b-256 that core/images/test_set.cpp knows each sheet by are printed. Only the standard library is used.
Every row of pixels goes through PNG's Paeth filter: choosing the best of the five filters row by row makes the file
only 0.2 % smaller.
"""
import hashlib
import pathlib
import struct
import sys
import zlib

IMAGES = 10_000
RECORD = 3_073
SIDE = 32
TILES = 100  # in a row
SHEETS = 4
PIXEL = 3    # bytes
ROW = TILES * SIDE * PIXEL
PAETH = 4


def interleave(record):
    """The pixels of a record as rows of RGB bytes."""
    pixels = bytearray(RECORD - 1)
    for channel in range(3):
        pixels[channel::3] = record[1 + channel * 1024:1 + (channel + 1) * 1024]
    return bytes(pixels)


def sheet_rows(images):
    """The rows of a sheet of these images, top to bottom."""
    for first in range(0, len(images), TILES):
        tiles = images[first:first + TILES]
        for y in range(SIDE):
            yield b"".join(tile[y * SIDE * PIXEL:(y + 1) * SIDE * PIXEL] for tile in tiles)


def paeth(left, up, corner):
    estimate = left + up - corner
    to_left, to_up, to_corner = abs(estimate - left), abs(estimate - up), abs(estimate - corner)
    if to_left <= to_up and to_left <= to_corner:
        return left
    return up if to_up <= to_corner else corner


def filtered(row, above):
    """The row as PNG's filter 4 leaves it (PNG specification, 9.2)."""
    left = bytes(PIXEL) + row[:-PIXEL]
    corner = bytes(PIXEL) + above[:-PIXEL]
    return bytes((x - paeth(a, b, c)) & 255 for x, a, b, c in zip(row, left, above, corner))


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(rows, texts):
    """An 8-bit RGB PNG file of these rows, a list."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, 15, 9, zlib.Z_FILTERED)
    data = bytearray()
    above = bytes(ROW)
    for row in rows:
        data += squeeze.compress(bytes([PAETH]) + filtered(row, above))
        above = row
    data += squeeze.flush()
    header = struct.pack(">IIBBBBB", TILES * SIDE, len(rows), 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
            + b"".join(chunk(b"tEXt", f"{key}\0{value}".encode("latin-1")) for key, value in texts.items())
            + chunk(b"IDAT", bytes(data)) + chunk(b"IEND", b""))


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    source = pathlib.Path(sys.argv[1])
    folder = pathlib.Path(sys.argv[2]) if len(sys.argv) == 3 else pathlib.Path(__file__).parent
    batch = source.read_bytes()
    records = [batch[start:start + RECORD] for start in range(0, len(batch), RECORD)]
    if len(batch) != IMAGES * RECORD or any(record[0] > 9 for record in records):
        sys.exit(f"{source}: not a CIFAR-10 test batch ({IMAGES:,} records of {RECORD:,} bytes, labels 0 to 9)")

    images = [interleave(record) for record in records]
    labels = bytes(record[0] for record in records)
    each = IMAGES // SHEETS
    for sheet, first in enumerate(range(0, IMAGES, each), 1):
        of_sheet = slice(first, first + each)
        (folder / f"test_set_{sheet}.png").write_bytes(png(list(sheet_rows(images[of_sheet])), {
            "Title": f"CIFAR-10 test set, images {first + 1:,} to {first + each:,} of 10,000 of 32 x 32 in official order",
            "Source": "A. Krizhevsky, Learning Multiple Layers of Features from Tiny Images, 2009",
        }))
        digest = hashlib.blake2b(b"".join(images[of_sheet]) + labels[of_sheet], digest_size=32).hexdigest()
        print(f"BLAKE2b-256 of the pixels (H x W x C) of sheet {sheet}, then its labels: {digest}")
    digits = "".join(str(label) for label in labels)
    (folder / "test_labels.txt").write_text(
        "".join(digits[first:first + TILES] + "\n" for first in range(0, IMAGES, TILES)), encoding="ascii")


if __name__ == "__main__":
    main()
