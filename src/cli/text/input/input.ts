import type { FigureErrorCode } from "../../../errors.js";
import type { Format } from "../types.js";

/** Something to read: a file, standard input, or what was asked for and is not there. */
export type Input =
  | {
      readonly kind: "file";
      readonly path: string;
      readonly name: string;
      readonly format: Format;
      readonly size: number;
    }
  | { readonly kind: "stdin"; readonly name: string; readonly format: Format }
  | {
      readonly kind: "missing";
      readonly name: string;
      readonly code: FigureErrorCode;
      readonly message: string;
    };
