import { createReadStream } from "node:fs";
import { tooLarge } from "../input/documents.js";
import type { Input } from "../input/input.js";
import { why } from "../input/inputs.js";
import { linesOf } from "../input/lines.js";
import { isFile } from "../input/same-file.js";
import type { Line, Settings, Task } from "../types.js";

/** A task and how many bytes of the input it stands for. */
export interface SizedTask {
  readonly task: Task;
  readonly size: number;
}

// Enough for a thread to be busy for a while, little enough that a few of them in memory do not matter.
const BATCH_BYTES = 262_144;
const BATCH_LINES = 500;

/** The work that inputs are, in order; an archive is read as its lines are asked for. */
export async function* tasksOf(inputs: readonly Input[], settings: Settings): AsyncGenerator<SizedTask> {
  for (const input of inputs) {
    if (input.kind === "missing") {
      yield { task: input, size: 0 };
    } else if (input.format === "jsonl") {
      const stream = input.kind === "stdin" ? process.stdin : createReadStream(input.path);
      yield* batches(input.name, stream, settings.maxBytes);
    } else if (input.kind === "file" && isFile(input.path)) {
      const { path, name, format, size } = input;
      yield { task: { kind: "file", path, name, format }, size };
    } else {
      // A pipe may have nothing to give for long: it is waited for, so that signals are heard.
      const stream = input.kind === "stdin" ? process.stdin : createReadStream(input.path);
      yield await streamed(stream, input.name, input.format, settings.maxBytes);
    }
  }
}

async function streamed(
  stream: AsyncIterable<Buffer>,
  name: string,
  format: "text" | "html",
  maxBytes: number,
): Promise<SizedTask> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of stream) {
      pieces.push(piece);
      size += piece.length;
      if (size <= maxBytes) continue;
      const { code, message } = tooLarge(size, maxBytes);
      return { task: { kind: "missing", name, code, message }, size };
    }
  } catch (error) {
    return { task: { kind: "missing", name, code: "no-file", message: why(error) }, size };
  }
  return { task: { kind: "bytes", bytes: Uint8Array.from(Buffer.concat(pieces)), name, format }, size };
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
    const notText = error instanceof NotText;
    const message = notText ? error.message : why(error);
    yield { task: { kind: "missing", name, code: notText ? "bad-data" : "no-file", message }, size: 0 };
    return;
  }
  if (lines.length > 0) yield batch();
  if (!any)
    yield {
      task: { kind: "missing", name, code: "bad-data", message: "it is empty: there is nothing to read" },
      size: 0,
    };
}

class NotText extends Error {}

/** A stream as it is, unless it begins like no text in UTF-8: said once, not for every line. */
async function* textOnly(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first = true;
  for await (const piece of stream) {
    if (first) {
      const [a, b] = piece;
      if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
        throw new NotText("it is in UTF-16: save an archive as UTF-8");
      }
      const nul = piece.indexOf(0);
      if (nul !== -1)
        throw new NotText(`found a NUL byte at byte ${nul}: a binary file; expected lines of JSON`);
    }
    first = false;
    yield piece;
  }
}
