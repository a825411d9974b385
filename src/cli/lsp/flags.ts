import { FigureError } from "../../errors.js";

/** What the language server is started with, or told by the editor when it begins. */
export interface LspFlags {
  readonly publishedOn?: string;
  readonly locale?: string;
  readonly region?: string;
  readonly rates?: string;
  readonly data?: readonly string[];
  readonly revision?: string;
  readonly undecided?: boolean;
}

const TEXTS = ["publishedOn", "locale", "region", "rates", "revision"] as const;

/**
 * What an editor's initializationOptions add to the flags of the command, which they go before.
 * @throws FigureError "bad-option" for a name that is none, or a value of another kind
 */
export function withOptions(flags: LspFlags, options: unknown): LspFlags {
  if (options === undefined || options === null) return flags;
  if (typeof options !== "object" || Array.isArray(options)) throw wrong("expected an object", options);
  const told: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options)) {
    if (name === "undecided") {
      if (typeof value !== "boolean") throw wrong("undecided is true or false", value);
      told[name] = value;
    } else if (name === "data") {
      const paths: readonly unknown[] = Array.isArray(value) ? value : [value];
      if (!paths.every((path) => typeof path === "string" && path !== ""))
        throw wrong('data is a list of paths, such as ["bundled"]', value);
      told[name] = paths;
    } else if ((TEXTS as readonly string[]).includes(name)) {
      if (typeof value !== "string") throw wrong(`${name} is text`, value);
      told[name] = value;
    } else throw wrong(`there are ${[...TEXTS, "data", "undecided"].join(", ")}`, name);
  }
  return { ...flags, ...told };
}

const wrong = (says: string, found: unknown): FigureError =>
  new FigureError(
    "bad-option",
    `initializationOptions: ${says}; found ${(JSON.stringify(found) ?? "nothing").slice(0, 60)}`,
  );
