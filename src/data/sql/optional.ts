import { FigureError } from "../../errors.js";

/** Loads an engine's client when it is asked for. @throws FigureError "missing-package" that says how to install it */
export async function optional<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND") {
      throw new FigureError("missing-package", `this needs the package ${name}: npm install ${name}`);
    }
    throw error;
  }
}

/** The engine's own words as an error about the data, on one line. */
export function engineError(engine: string, error: unknown): FigureError {
  if (FigureError.is(error)) return error;
  const text =
    error instanceof Error
      ? error.message || (error as NodeJS.ErrnoException).code || error.name
      : String(error);
  return new FigureError("bad-data", `${engine}: ${text.replace(/\s+/g, " ").trim().slice(0, 600)}`);
}

/** @throws FigureError where the caller has cancelled */
export function checkSignal(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new FigureError("bad-data", "cancelled");
}
