import { defineConfig } from "vitest/config";

/** The long laws and heavy engines: hours of ordinary runs in minutes, for before a release. */
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    include: [
      "test/long/**/*.test.ts",
      // In the ordinary run these take a sample of what they take here.
      "test/notebook/annotated.test.ts",
      "test/notebook/kept-program.test.ts",
      "test/notebook/picture.test.ts",
      "test/notebook/picture-page.test.ts",
      "test/notebook/report-page.test.ts",
      "test/notebook/run.test.ts",
      "test/web/checker.test.ts",
      "test/data/cache.test.ts",
      "test/text/read-laws.test.ts",
      "test/check/check-laws.test.ts",
      "test/guides.test.ts",
      "test/compare.test.ts",
    ],
    globalSetup: ["test/support/setup.ts"],
    env: { TRADE_FIGURES_LONG: "1" },
    testTimeout: 1_800_000,
    hookTimeout: 600_000,
  },
});
