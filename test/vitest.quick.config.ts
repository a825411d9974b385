import { defineConfig } from "vitest/config";

/** What needs no Jupyter, no browser and no process of its own: for the time between two edits. */
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    include: ["test/**/*.test.ts"],
    exclude: [
      "test/long/**",
      "test/notebook/**",
      "test/package/**",
      "test/types/**",
      "test/cli/**",
      "test/guides.test.ts",
    ],
    testTimeout: 60_000,
  },
});
