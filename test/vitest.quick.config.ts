import { defineConfig } from "vitest/config";
import { NOT_SHORT } from "./short-files.js";

/** For the time between two edits; `npm test` has all. */
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    include: ["test/**/*.test.ts"],
    exclude: NOT_SHORT,
    // The files of a worker load the package once.
    isolate: false,
    testTimeout: 60_000,
  },
});
