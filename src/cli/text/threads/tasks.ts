import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { FigureError } from "../../../errors.js";
import { entriesOf } from "../input/archive.js";
import { tooLarge } from "../input/documents.js";
import type { Input } from "../input/input.js";
import { formatOfName, why } from "../input/inputs.js";
import { linesOf } from "../input/lines.js";
import { DENSE_PIECE, isDense, LEAST_DENSE, piecesOf } from "../input/pieces.js";
import { isFile } from "../input/same-file.js";
import type { Kind, Line, Settings, Task } from "../types.js";

/** A task and how many bytes of the input it stands for. */
export interface SizedTask {
  readonly task: Task;
  readonly size: number;
}

// Enough for a thread to be busy for a while, little enough that a few of them in memory do not matter.
const BATCH_BYTES = 262_144;
const BATCH_LINES = 500;

/** The work that inputs are, in order; an archive is read as it is asked for. */
export async function* tasksOf(inputs: readonly Input[], settings: Settings): AsyncGenerator<SizedTask> {
  for (const input of inputs) {
    if (input.kind === "missing") {
      yield { task: input, size: 0 };
      continue;
    }
    const { name, format } = input;
    const stream = () => (input.kind === "stdin" ? process.stdin : createReadStream(input.path));
    if (format === "jsonl") yield* batches(name, stream(), settings.maxBytes);
    else if (format === "zip") yield* orMissing(name, zipped(name, stream(), settings.maxBytes));
    else if (format === "gz") yield* orMissing(name, unpacked(name, stream(), settings.maxBytes));
    else if (input.kind === "stdin" || !isFile(input.path))
      // A pipe may have nothing to give for long: it is waited for, so that signals are heard.
      yield* orMissing(name, streamed(stream(), name, format, settings.maxBytes));
    else if (format === "text" && input.size > settings.maxBytes)
      yield* orMissing(name, long(name, stream(), settings.maxBytes));
    else if (format === "text" && input.size >= LEAST_DENSE && (await isDense(stream())))
      yield* orMissing(name, long(name, stream(), DENSE_PIECE));
    else yield { task: { kind: "file", path: input.path, name, format }, size: input.size };
  }
}

/** The tasks of an archive; where it breaks, those before are done, and it is said. */
async function* orMissing(name: string, tasks: AsyncGenerator<SizedTask>): AsyncGenerator<SizedTask> {
  try {
    yield* tasks;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const packed = code?.startsWith("Z_") ? "it is not packed by gzip, or is broken" : undefined;
    yield {
      task: missing(name, packed === undefined ? error : new FigureError("bad-data", packed)),
      size: 0,
    };
  }
}

/** The documents of a .zip, each by the ending of its own name; others are left out, archives in it are not opened. */
async function* zipped(
  name: string,
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<SizedTask> {
  const wanted = (inner: string) => {
    const format = formatOfName(inner);
    return format !== undefined && format !== "zip" && format !== "gz" && !/(^|\/)[._]/.test(inner);
  };
  let any = false;
  for await (const { name: inner, bytes, failure } of entriesOf(stream, maxBytes, wanted)) {
    any = true;
    const whole = `${name}/${inner}`;
    if (bytes === undefined) {
      yield { task: missing(whole, new FigureError("bad-data", failure ?? "")), size: 0 };
      continue;
    }
    const format = formatOfName(inner) as Kind | "jsonl";
    if (format === "jsonl") yield* batches(whole, one(bytes), maxBytes);
    else yield { task: { kind: "bytes", bytes, name: whole, format }, size: bytes.length };
  }
  if (!any) throw new FigureError("bad-data", "the archive has no file to read");
}

async function* one(...bytes: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* bytes;
}

/** What is packed by gzip, by the ending before .gz: lines of JSON, a text, or another document. */
async function* unpacked(
  name: string,
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<SizedTask> {
  const inner = name.replace(/\.gz$/i, "");
  const format = formatOfName(inner) ?? "text";
  const plain = Readable.from(stream).pipe(createGunzip()) as AsyncIterable<Uint8Array>;
  if (format === "jsonl") yield* batches(inner, plain, maxBytes);
  else if (format === "text") yield* long(inner, plain, maxBytes);
  else if (format === "zip" || format === "gz")
    throw new FigureError("bad-data", "an archive in an archive is not opened");
  else {
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of plain) {
      size += piece.length;
      if (size > maxBytes) throw tooLarge(size, maxBytes);
      pieces.push(piece);
    }
    yield {
      task: { kind: "bytes", bytes: Uint8Array.from(Buffer.concat(pieces)), name: inner, format },
      size,
    };
  }
}

/** A text that is too long for one document, or has too many numbers, in pieces that are read each by itself. */
async function* long(
  name: string,
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<SizedTask> {
  let any = false;
  for await (const { bytes, firstLine } of piecesOf(stream, maxBytes)) {
    any = true;
    const whole = firstLine === 1 ? name : `${name}:${firstLine}`;
    yield { task: { kind: "bytes", bytes, name: whole, format: "text", firstLine }, size: bytes.length };
  }
  if (!any) throw new FigureError("bad-data", "it is empty: there is nothing to read");
}

/** What comes from a pipe: one document, or the pieces of a long text as they come. */
async function* streamed(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  format: Kind,
  maxBytes: number,
): AsyncGenerator<SizedTask> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const parts = stream[Symbol.asyncIterator]();
  for (let next = await parts.next(); next.done !== true; next = await parts.next()) {
    pieces.push(next.value);
    size += next.value.length;
    if (size <= maxBytes) continue;
    // A device that gives zeros has no end, and is no text.
    if (format !== "text" || pieces.some((one) => one.includes(0))) throw tooLarge(size, maxBytes);
    yield* long(name, chained(pieces, parts), maxBytes);
    return;
  }
  if (format === "text" && size >= LEAST_DENSE && (await isDense(one(...pieces))))
    yield* long(name, one(...pieces), DENSE_PIECE);
  else yield { task: { kind: "bytes", bytes: Uint8Array.from(Buffer.concat(pieces)), name, format }, size };
}

async function* chained(
  first: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function* batches(
  name: string,
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<SizedTask> {
  let lines: Line[] = [];
  let size = 0;
  let any = false;
  const batch = () => {
    const made: SizedTask = { task: { kind: "lines", name, lines }, size };
    lines = [];
    size = 0;
    return made;
  };
  try {
    for await (const line of linesOf(textOnly(stream), maxBytes)) {
      any = true;
      lines.push(line);
      size += (line.bytes?.length ?? 0) + 1;
      if (size >= BATCH_BYTES || lines.length >= BATCH_LINES) yield batch();
    }
  } catch (error) {
    if (lines.length > 0) yield batch();
    yield { task: missing(name, error), size: 0 };
    return;
  }
  if (lines.length > 0) yield batch();
  if (!any)
    yield {
      task: missing(name, new FigureError("bad-data", "it is empty: there is nothing to read")),
      size: 0,
    };
}

/** What is not to be had, with the reason. */
function missing(name: string, error: unknown): Task {
  const known = FigureError.is(error);
  return {
    kind: "missing",
    name,
    code: known ? error.code : "no-file",
    message: known ? error.message : why(error),
  };
}

/** A stream as it is, unless it begins like no text in UTF-8: said once, not for every line. */
async function* textOnly(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first = true;
  for await (const piece of stream) {
    if (first) {
      const [a, b] = piece;
      if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
        throw new FigureError("bad-data", "it is in UTF-16: save an archive as UTF-8");
      }
      const nul = piece.indexOf(0);
      if (nul !== -1)
        throw new FigureError(
          "bad-data",
          `found a NUL byte at byte ${nul}: a binary file; expected lines of JSON`,
        );
    }
    first = false;
    yield piece;
  }
}
