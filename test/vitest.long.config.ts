import { defineConfig } from "vitest/config";

/** The long laws and heavy engines: hours of ordinary runs in minutes, for before a release. */
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: { include: ["test/long/**/*.test.ts"], testTimeout: 1_800_000, hookTimeout: 600_000 },
});
