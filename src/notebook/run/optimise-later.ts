import { setFlagsFromString } from "node:v8";

/**
 * For a process that compiles a few cells or draws a few charts. V8 optimised TypeScript's functions while it was still
 * loading, in threads beside it, for more processor time than that saved: a quarter of all that a first cell takes. Here
 * a function is optimised after nine times as much has run; a loop of a cell gets there within milliseconds.
 */
export function optimiseLater(): void {
  setFlagsFromString("--interrupt-budget=600000");
}
