import { Unzip, UnzipInflate } from "fflate";
import { FigureError } from "../../../errors.js";

/** A file of an archive, its bytes, or why there are none. */
export interface ArchiveEntry {
  readonly name: string;
  readonly bytes?: Uint8Array;
  readonly failure?: string;
}

const MOST_ENTRIES = 1_000_000;

/**
 * The files of a .zip as they are unpacked: memory holds the one under way. What a header says of a size is not believed;
 * a file that is larger than `most` is counted and not kept.
 * @param wanted whether a file of that name is to be unpacked
 * @throws FigureError "bad-data" for what is no zip, or is broken
 */
export async function* entriesOf(
  stream: AsyncIterable<Uint8Array>,
  most: number,
  wanted: (name: string) => boolean,
): AsyncGenerator<ArchiveEntry> {
  let done: ArchiveEntry[] = [];
  let count = 0;
  const unzip = new Unzip((entry) => {
    if (++count > MOST_ENTRIES) throw new FigureError("limit", `more than ${MOST_ENTRIES} files are in it`);
    if (entry.name.endsWith("/") || !wanted(entry.name)) return;
    let pieces: Uint8Array[] = [];
    let size = 0;
    entry.ondata = (error, data, final) => {
      if (error !== null) {
        done.push({ name: entry.name, failure: "it is broken in the archive" });
        return;
      }
      size += data.length;
      if (size > most) pieces = [];
      else pieces.push(data.slice());
      if (!final) return;
      done.push(
        size > most
          ? {
              name: entry.name,
              failure: `${size} bytes: at most ${most} are read as one document (--max-bytes)`,
            }
          : { name: entry.name, bytes: Uint8Array.from(Buffer.concat(pieces)) },
      );
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  const push = (data: Uint8Array, final: boolean) => {
    try {
      unzip.push(data, final);
    } catch (error) {
      if (FigureError.is(error)) throw error;
      throw new FigureError("bad-data", "the archive is broken, or is no .zip");
    }
    const ready = done;
    done = [];
    return ready;
  };
  for await (const part of stream) {
    // Small steps: a little that is packed may be much that is not.
    for (let at = 0; at < part.length; at += STEP) yield* push(part.subarray(at, at + STEP), false);
  }
  yield* push(new Uint8Array(0), true);
  if (count === 0) throw new FigureError("bad-data", "the archive has no files, or is no .zip");
}

const STEP = 16_384;
