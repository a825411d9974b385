import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";
import { openRateBook } from "../../src/data/index.js";
import { chromiumForTests, launch } from "../notebook/chromium.js";

const chromium = chromiumForTests();

test.skipIf(chromium === undefined)(
  "a page opens the packed rates and says what Node says",
  async () => {
    const bundle = await rolldown({
      input: "page",
      platform: "browser",
      tsconfig: false,
      plugins: [
        {
          name: "page",
          resolveId: (id) => (id === "page" ? id : null),
          load: (id) =>
            id === "page"
              ? `export { openPackedRates } from ${JSON.stringify(resolve("src/data/rates-door.ts"))};`
              : null,
        },
      ],
    });
    const { output } = await bundle.generate({ format: "iife", name: "rates", minify: true });
    const [{ code }] = output;
    expect(code).not.toMatch(/node:|require\(/);
    const browser = await launch(chromium as string);
    try {
      const page = await browser.newPage();
      await page.addScriptTag({ content: code });
      const asked = [
        ["USD/CNY", "2023-10-23"],
        ["GBP/JPY", "1999-01-04"],
        ["USD/DEM", "2004-06-14"],
        ["TRY/KRW", "2015-08-11"],
      ] as const;
      const file = readFileSync("data/rates/ecb.bin").toString("base64");
      const said = await page.evaluate(
        ([base64, pairs]) => {
          const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
          // biome-ignore lint/suspicious/noExplicitAny: what the bundle puts on the page
          const book = (globalThis as any).rates.openPackedRates(bytes);
          return pairs.map(([pair, on]) => book.rate(pair, on).show());
        },
        [file, asked.map(([pair, on]) => [pair, on])] as [string, string[][]],
      );
      const book = openRateBook();
      expect(said).toEqual(asked.map(([pair, on]) => book.rate(pair, on, { kind: "reference" }).show()));
    } finally {
      await browser.close();
    }
  },
  60_000,
);
