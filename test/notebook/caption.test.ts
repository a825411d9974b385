import { expect, test } from "vitest";
import { toMimeBundle } from "../../src/notebook/show/mime.js";
import { chromiumForTests, launch } from "./chromium.js";

const chromium = chromiumForTests();
const CAPTION =
  "What the growth of the nine months leaves for the year before, as each of the two prints of it would have it";

const MEASURE = `({
  table: document.querySelector("table").getBoundingClientRect().width,
  caption: document.querySelector("caption")?.getBoundingClientRect().height,
  page: document.documentElement.scrollWidth,
})`;

test.runIf(chromium !== undefined)(
  "a long caption is as wide as a line over a narrow table, which it does not widen, and fits a phone",
  async () => {
    const rows = [{ year: "2022", rate: "6.73" }];
    const html = async (caption?: string) =>
      (await toMimeBundle(rows, caption === undefined ? {} : { caption }))["text/html"];
    const browser = await launch(chromium as string);
    const page = await browser.newPage();
    const measured = async (width: number, caption?: string) => {
      await page.setViewportSize({ width, height: 800 });
      await page.setContent(`<body style="font:16px/20px sans-serif;margin:16px">${await html(caption)}`);
      return (await page.evaluate(MEASURE)) as { table: number; caption?: number; page: number };
    };
    const bare = await measured(1280);
    const desk = await measured(1280, CAPTION);
    expect(desk.table).toBe(bare.table);
    expect(desk.caption).toBeLessThanOrEqual(45);
    const phone = await measured(390, CAPTION);
    expect([phone.table, phone.page]).toEqual([bare.table, 390]);
    expect(phone.caption).toBeLessThanOrEqual(65);
    await browser.close();
  },
);
