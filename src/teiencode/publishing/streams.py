"""The streams of a PDF, with an end that cannot be taken for the line end that follows it.

In a file the bytes of a stream are followed by a line end and `endstream`. Where the last byte happens to be a carriage return
and the line end is a line feed, a reader that counts back from `endstream` takes both for the line end, and finds the stream
a byte short of its length: for an archive (ISO 19005-3, 6.1.7.1) that is a fault. One stream in 256 ends so. A byte that the
decompression never reads, behind its end, makes it plain.
"""

from __future__ import annotations

import io

AMBIGUOUS = b"\r\nendstream"
FILL = b"\0"


def with_plain_ends(pdf: bytes) -> bytes:
    """The PDF, with a byte more behind each stream whose end is in doubt; the same bytes each time."""
    if AMBIGUOUS not in pdf:
        return pdf
    from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, Stream, StreamDecodeLevel

    with Pdf.open(io.BytesIO(pdf)) as document:
        for each in document.objects:
            if not isinstance(each, Stream) or not each.read_raw_bytes().endswith(b"\r"):
                continue
            packed, how = each.get("/Filter"), each.get("/DecodeParms")
            if isinstance(packed, Name | Array):
                parameters = how if isinstance(how, Dictionary | Array) else None
                each.write(each.read_raw_bytes() + FILL, filter=packed, decode_parms=parameters)
        mended = io.BytesIO()
        document.save(
            mended,
            deterministic_id=True,
            compress_streams=False,
            fix_metadata_version=False,
            object_stream_mode=ObjectStreamMode.preserve,
            stream_decode_level=StreamDecodeLevel.none,
        )
    return mended.getvalue()
