import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openPublished } from "../../src/data/index.js";
import { check, read } from "../../src/index.js";
import { chromiumForTests, isLook, launch, Tab } from "../notebook/chromium.js";
import { LONG } from "../support/long.js";
import { axeProblems, watchedPage } from "./browsers.js";

const FILE = resolve("dist/checker.html");
const ADDRESS = pathToFileURL(FILE).href;
const html = readFileSync(FILE, "utf8");

/** The running example, and the same with the scale of the dollars wrong. */
const TRUE = "Liaoning's shipments to Russia rose 82.3% in nine months to 42.64bn yuan ($5.83bn).";
const SLIP = TRUE.replace("$5.83bn", "$5.83m");
const DAY = "2023-10-23";

const chromium = chromiumForTests();
let browser: Browser;
let folder: string;
const problems: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "trade-figures-checker-"));
  if (chromium !== undefined) browser = await launch(chromium);
});
afterEach(() => {
  expect(problems.splice(0)).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const newTab = async (options: BrowserContextOptions = {}): Promise<Page> =>
  watchedPage(await browser.newContext({ locale: "en-US", ...options }), problems);
const tab = new Tab(() => newTab());
/** Beside it, for who opens a link of the other. */
const reader = new Tab(() => newTab());

async function opened(options: BrowserContextOptions = {}): Promise<Page> {
  if (isLook(options)) return ready(await tab.visit(ADDRESS, options));
  const page = await newTab(options);
  await page.goto(ADDRESS);
  return ready(page);
}

async function followed(link: string): Promise<Page> {
  return ready(await reader.visit(link));
}

async function ready(page: Page): Promise<Page> {
  await page.waitForSelector("body[data-ready]");
  return page;
}

/** Waits for words of the page. (Playwright's own `waitForFunction` needs eval, which the page forbids.) */
const says = (page: Page, where: string, words: string | RegExp) =>
  page.locator(where, { hasText: words }).first().waitFor();
const done = (page: Page) => page.waitForSelector("body[data-state=done]");
const status = (page: Page) => page.textContent("#status");
const problemsOf = (page: Page) => page.locator("#findings li.inconsistent");

async function checked(page: Page, text: string, day = DAY): Promise<void> {
  await page.fill("#text", text);
  await page.fill("#day", day);
  await page.click("#check");
  await done(page);
}

async function given(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, content);
  await page.setInputFiles("#file", path);
}

const wordDocument = (body: string) =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
/** A row of cells: "^" is a cell that goes on in the row below, where it is "v", and ">" one over two columns. */
const wordRow = (row: string) =>
  `<w:tr>${row
    .split("|")
    .map((cell) => {
      const wide = cell.endsWith(">") ? '<w:gridSpan w:val="2"/>' : "";
      const tall = cell.endsWith("^") ? '<w:vMerge w:val="restart"/>' : cell === "v" ? "<w:vMerge/>" : "";
      const words = cell.replace(/[>^]$|^v$/, "");
      return `<w:tc><w:tcPr>${wide}${tall}</w:tcPr><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:tc>`;
    })
    .join("")}</w:tr>`;
const htmlRow = (row: string) => `<tr><td>${row.split("|").join("<td>")}</tr>`;

test("the page is small, and its policy lets nothing run or load but what is inside", () => {
  const rates = /id="rates-(?:tables|packed)">[^<]*/g;
  expect(gzipSync(html.replace(rates, "")).length).toBeLessThan(260_000);
  const [, policy] = /Content-Security-Policy" content="([^"]+)"/.exec(html) as unknown as [string, string];
  expect(policy).toMatch(
    /^default-src 'none'; script-src 'sha256-[^']+'; worker-src blob:; style-src 'sha256-[^']+'; img-src data:; base-uri 'none'; form-action 'none'$/,
  );
  expect(html).not.toMatch(
    /\beval\(|new Function|importScripts|XMLHttpRequest|\bfetch\(|\b(?:src|href)="(?!data:)/,
  );
});

test.runIf(chromium !== undefined)(
  "the running example, pasted, and what is wrong with a slip in it",
  async () => {
    const page = await opened();
    await checked(page, TRUE);
    expect(await status(page)).toBe(
      "2 claims: 0 inconsistent, 0 undecided, 1 consistent, 1 computed only. 3 figures read.",
    );
    await page.locator("mark", { hasText: "42.64bn yuan" }).hover();
    await page.waitForFunction("document.querySelector('#note b') !== null");
    expect(await page.textContent("#note")).toContain("between 42.635bn and 42.645bn");
    const conversion = page.locator("#findings li.consistent");
    expect(await conversion.textContent()).toContain("USD/CNY 7.3139, between 7.3067 and 7.3211");
    await conversion.locator("summary").click();
    await page.waitForSelector("#findings li.consistent .fits");
    expect(await conversion.locator("pre").textContent()).toContain("42.64bn yuan");

    await checked(page, SLIP);
    const wrong = problemsOf(page);
    expect(await wrong.textContent()).toContain("USD/CNY 7313.9");
    const ins = wrong.locator("ins").first();
    expect(await ins.textContent()).toBe("$5.83bn");
    await wrong.getByRole("button", { name: "Use this: $5.83bn" }).click();
    await done(page);
    expect(await page.inputValue("#text")).toBe(TRUE);
    expect(await problemsOf(page).count()).toBe(0);
  },
);

test.runIf(chromium !== undefined)(
  "figures that cannot all be right, with the edit that settles them",
  async () => {
    const page = await opened();
    await checked(
      page,
      "Imports rose 8% to $11.53bn from $10.66bn. Exports rose 12% to $9.6bn from $7.95bn. Trade was $21.18bn: exports of $9.6bn and imports of $1.153bn.",
    );
    await checked(
      page,
      "Sales rose 10% to $11.0m from $10.0m, or by $2.0m. Costs were 6.9bn yuan ($945bn) and 7.2bn yuan ($985m).",
    );
    expect(await page.locator("#rate-pictures .intervals li").count()).toBe(2);
    await page.locator("#rate-pictures button").first().click();
    expect(await page.evaluate("document.activeElement.id")).toMatch(/^f\d+$/);
    await page.click("#example");
    await done(page);
    expect(await page.isVisible("#conflicts")).toBe(true);
    expect(await page.textContent("#conflict-list")).toContain(
      "With $945m instead of $945bn, one finding fewer is inconsistent.",
    );
  },
);

test.runIf(chromium !== undefined)(
  "a text against published figures: those of the page, and a table that is dropped beside it",
  async () => {
    const page = await opened();
    const text = "China's imports from Russia were $139.1bn in 2023. China's oil exports were $7bn in 2023.";
    await checked(page, text);
    expect(await page.locator("#findings li").count()).toBe(0);
    await page.check("#compare");
    await says(page, "#findings li.inconsistent ins", "$129.1bn");
    const wrong = problemsOf(page);
    expect(await wrong.count()).toBe(1);
    const said = check(read(text, { publishedOn: DAY }), { published: openPublished() }).claims.find(
      ({ kind }) => kind === "published",
    );
    // The same finding as with the command, but for the name of the data.
    expect(await wrong.textContent()).toContain(said?.says.replace(/^.*? leave /, "The bundled data leave "));
    expect(await wrong.locator("ins").first().textContent()).toBe("$129.1bn");
    const saved = page.waitForEvent("download");
    await wrong.locator("summary").click();
    await wrong.getByRole("button", { name: "Save the proof" }).click();
    const proof = join(folder, "proof.json");
    await (await saved).saveAs(proof);
    expect(JSON.parse(readFileSync(proof, "utf8"))).toMatchObject({ adds: said?.proof?.adds });
    expect(await page.textContent("#not-compared")).toMatch(/1 not compared .*it is of “oil”/);

    await page.uncheck("#compare");
    await says(page, "#status", /^No two figures/);
    await given(
      page,
      "own.csv",
      "area,partner,flow,period,amount,source\nCHN,RUS,imports,2023,$129.14bn,GACC\n",
    );
    await says(page, "#findings li.inconsistent", "own.csv");
    expect(await wrong.textContent()).toContain(
      "USD 129.14bn is published for imports of CHN from RUS, 2023 (own.csv line 2; GACC)",
    );
    expect(await page.textContent("#tables-say")).toBe("Compared with own.csv (published statements: 1).");
    await given(page, "broken.csv", "area,partner,flow,period,amount\nCHN,RUS,imports,2023,many\n");
    await says(page, "#status", /^broken\.csv could not be read: .*broken\.csv line 2/);
    expect(await page.textContent("#tables-say")).toContain("own.csv (published statements: 1)");
    await page.click("#untable");
    await says(page, "#status", /^No two figures/);
    expect(await page.isVisible("#tables")).toBe(false);
  },
);

test.runIf(chromium !== undefined)("files of every kind, by the chooser and dropped", async () => {
  const page = await opened();
  const article = `<html><head><meta property="article:published_time" content="2023-10-23T08:00:00Z"><script>document.title = "run"</script></head><body><h1>Trade</h1><p>${SLIP}</p></body></html>`;
  const document = wordDocument(
    `<w:p><w:r><w:t>Shipments rose 82.3% to 42.64bn</w:t></w:r><w:r><w:delText>5bn</w:delText><w:t xml:space="preserve"> yuan ($5.83m).</w:t></w:r></w:p>`,
  );
  const files: Readonly<Record<string, string | Uint8Array>> = {
    "a.txt": SLIP,
    "b.md": `# Trade\n\n${SLIP}\n`,
    "c.html": article,
    // The day of a Markdown text stands at its head; a figure in bold is one.
    "m.md": `---\ndate: ${DAY}\n---\n\nShipments rose **82.3%** to **42.64bn yuan** ($5.83m).\n`,
    // A table of commas or semicolons is read as one.
    "t.csv":
      "country,exports 2022 ($bn),exports 2023 ($bn)\nChina,10.5,12.6\nIndia,4.0,4.4\nTotal,14.5,17.9\n",
    "u.csv":
      'country;exports 2022 ($bn);"exports 2023 ($bn)"\nChina;10.5;12.6\nIndia;4.0;4.4\nTotal;14.5;17.9\n',
    "d.csv": `place,text\nLiaoning,"${SLIP}"\n`,
    "e.docx": zipSync({ "word/document.xml": strToU8(document) }),
    // Tables of pages and Word files too, with heads that reach over columns and rows.
    "h.html": `<h1>Exports</h1><table><caption>Exports, $bn</caption><tr><th rowspan=2>Country<th colspan=2>Exports</tr>
      <tr><th>2022<th>2023</tr>${["China|10.5|12.6", "India|4.0|4.4", "Total|14.5|17.9"].map(htmlRow).join("")}
      <tr><td colspan=3>Source: customs</table><p>Trade grew.</p>`,
    "i.docx": zipSync({
      "word/document.xml": strToU8(
        wordDocument(
          `<w:p><w:r><w:t>Exports, $bn</w:t></w:r></w:p><w:tbl>${[
            "Country^|Exports>",
            "v|2022|2023",
            "China|10.5|12.6",
            "India|4.0|4.4",
            "Total|14.5|17.9",
          ]
            .map(wordRow)
            .join("")}</w:tbl><w:p><w:r><w:t>Trade grew.</w:t></w:r></w:p>`,
        ),
      ),
    }),
  };
  for (const [name, content] of Object.entries(files)) {
    // The day of the article is in its page.
    await page.fill("#day", /^[cm]\./.test(name) ? "" : DAY);
    await given(page, name, content);
    await done(page);
    expect([name, await problemsOf(page).count()]).toEqual([name, 1]);
    if (/^[hi]\./.test(name)) {
      expect(await page.inputValue("#text")).toMatch(
        /Exports, \$bn\n\nCountry\tExports\tExports\nCountry\t2022\t2023\nChina\t10\.5\t12\.6\n(?:.*\n)+\nTrade grew\.$/,
      );
    }
    if (name === "m.md") expect(await page.inputValue("#day")).toBe(DAY);
    await page.click("#clear");
  }
  expect(await page.title()).toBe("Check the figures of a text");
  await page.fill("#day", DAY);
  await page.evaluate(`{
    const data = new DataTransfer();
    data.items.add(new File([${JSON.stringify(SLIP)}], "dropped.txt"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }`);
  await done(page);
  expect(await problemsOf(page).count()).toBe(1);

  await page.click("#clear");
  await given(page, "f.pdf", "%PDF");
  expect(await status(page)).toMatch(/^f\.pdf: this kind of file is not read here/);
  // Who presses the button then is told the same: there is no text because of the file.
  await page.click("#check");
  expect(await status(page)).toMatch(/^f\.pdf: this kind of file is not read here/);
  await page.click("#clear");
  await page.click("#check");
  expect(await status(page)).toMatch(/^There is no text yet/);
  await given(page, "g.docx", "no zip");
  await says(page, "#status", /^g\.docx could not be read: it is not a Word document, or is damaged/);
  await given(page, "empty.txt", " ");
  await says(page, "#status", "empty.txt has no text.");
});

test.runIf(chromium !== undefined)(
  "a Word file has the day of its properties, or the stretch in which it was written, as in the command",
  async () => {
    const page = await opened();
    const word = (made: string, saved: string) =>
      zipSync({
        "word/document.xml": strToU8(
          wordDocument("<w:p><w:r><w:t>It sold goods for €4.2bn ($4.9bn).</w:t></w:r></w:p>"),
        ),
        "docProps/core.xml": strToU8(
          `<cp:coreProperties><dcterms:created xsi:type="dcterms:W3CDTF">${made}T08:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${saved}T09:00:00Z</dcterms:modified></cp:coreProperties>`,
        ),
      });
    const hint = () => page.textContent("#day-hint");
    await given(page, "one.docx", word("2024-05-15", "2024-05-15"));
    await done(page);
    expect(await page.inputValue("#day")).toBe("2024-05-15");
    expect(await problemsOf(page).count()).toBe(1);

    await given(page, "some.docx", word("2024-05-13", "2024-05-15"));
    await done(page);
    expect([await page.inputValue("#day"), await hint()]).toEqual([
      "",
      expect.stringContaining("between 2024-05-13 and 2024-05-15"),
    ]);
    expect(await problemsOf(page).count()).toBe(1);

    // The template of a library that writes Word files says nothing of the document.
    await given(page, "none.docx", word("2013-12-23", "2013-12-23"));
    await done(page);
    expect([await page.inputValue("#day"), await problemsOf(page).count()]).toEqual(["", 0]);
    expect(await hint()).toMatch(/^Date: optional/);
  },
);

test.runIf(chromium !== undefined)(
  "rates of one's own go before those of the page, and a wrong file says its line",
  async () => {
    const page = await opened();
    const text = "The plant cost 100 million tenge ($215,000).";
    await checked(page, text);
    expect(await page.locator("#findings li.consistent").count()).toBe(0);
    await given(page, "mine.csv", `date,base,quote,rate,kind,publisher\n${DAY},USD,KZT,465.12,spot,A bank\n`);
    await page.waitForSelector("#findings li.consistent");
    await says(page, "#rates", "KZT");
    await given(page, "wrong.csv", `date,base,quote,rate,kind\n${DAY},USD,KZT,many,spot\n`);
    await says(page, "#status", /^wrong\.csv could not be read: .*line 2/);
    await given(page, "ecb.bin", readFileSync("data/rates/ecb.bin"));
    await says(page, "#rates", "MXN");
    await given(page, "broken.bin", "TFRATES1");
    await says(page, "#status", "broken.bin could not be read");
  },
);

test.runIf(chromium !== undefined)(
  "light and dark, 320 pixels to wide, English and Chinese: nothing is cut off, axe finds nothing",
  async () => {
    const readers = [
      [320, "dark", "zh-CN"],
      [1280, "light", "en-US"],
      [360, "light", "en-US"],
      [1280, "dark", "en-US"],
    ] as const;
    for (const [width, colorScheme, locale] of LONG ? readers : readers.slice(0, 2)) {
      const page = await opened({ viewport: { width, height: 800 }, colorScheme, locale, bypassCSP: true });
      await page.click("#example");
      await done(page);
      await page.waitForSelector("#findings li.inconsistent .repairs");
      await page.click("#figure-details summary");
      await says(page, "#figure-table td:nth-child(4)", /\d/);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
      expect([locale, await axeProblems(page)]).toEqual([locale, []]);
      if (locale !== "zh-CN") continue;
      expect(await page.getAttribute("html", "lang")).toBe("zh-Hans");
      expect(await page.textContent("#findings li.inconsistent")).toMatch(/不一致.*介于/s);
      await page.click("#language");
      expect(await status(page)).toMatch(/^\d+ claims: [1-9]\d* inconsistent/);
    }
  },
);

test.runIf(chromium !== undefined)(
  "a text without claims has no empty lists, one of each is told as one, and no English word needs a Chinese font",
  async () => {
    const page = await opened({ viewport: { width: 320, height: 800 } });
    const shown = (id: string) => page.isVisible(id);
    await page.click("#check");
    expect(await status(page)).toMatch(/^There is no text yet/);
    await checked(page, "The minister met the ambassador.");
    expect(await status(page)).toBe("No figure was read in this text.");
    expect([await shown("#findings-section"), await shown("#table-section")]).toEqual([false, false]);
    await checked(page, "The price was $5m.");
    expect(await status(page)).toMatch(/^No two figures .*\. 1 figure read\.$/);
    expect([await shown("#findings-section"), await shown("#claims")]).toEqual([false, false]);
    expect(await shown("#figure-details")).toBe(true);
    await checked(page, "Sales rose 10% to $11.0m from $10.0m.");
    expect(await status(page)).toMatch(/^1 claim: 0 inconsistent, 0 undecided, 1 consistent/);
    // A filter of one verdict filters nothing.
    expect([await shown("#findings-section"), await shown(".choice")]).toEqual([true, false]);
    // At the width of a phone a row is a card: nothing of it lies beyond the edge.
    const wide = "document.querySelector('#claims .wide')";
    expect(await page.evaluate(`${wide}.scrollWidth <= ${wide}.clientWidth`)).toBe(true);
    expect(await page.evaluate("document.body.innerText")).not.toMatch(/\p{Script=Han}/u);
    await page.click("#language");
    expect([await shown("#language svg"), await shown("#language span")]).toEqual([false, true]);
  },
);

test.runIf(chromium !== undefined)("by keyboard alone, from the text to a finding's repair", async () => {
  const page = await opened();
  const active = () => page.evaluate("document.activeElement.id || document.activeElement.textContent");
  const until = async (id: string) => {
    for (let i = 0; i < 40 && (await active()) !== id; i++) await page.keyboard.press("Tab");
    expect(await active()).toBe(id);
  };
  await until("text");
  await page.keyboard.insertText(SLIP);
  await page.keyboard.press("Control+Enter");
  await done(page);
  await until("82.3%");
  expect(await page.textContent("#note")).toContain("percent");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  expect(await active()).toBe("42.64bn yuan");
  expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toContain("between");
  await page.keyboard.press("Escape");
  expect(await page.isVisible("#note")).toBe(false);
  await page.keyboard.press("Enter");
  expect(await page.evaluate("document.activeElement.className")).toBe("inconsistent");
  await until("Use this");
  await page.keyboard.press("Enter");
  await done(page);
  expect(await page.inputValue("#text")).toBe(TRUE);
});

test.runIf(chromium !== undefined)(
  "a link carries the text after the # alone, and a broken one is let be",
  async () => {
    const page = await opened();
    await checked(page, SLIP);
    await page.click("#link");
    await page.waitForURL(/#./);
    expect(await page.$eval("html", (root) => root.lang)).toBe("en");
    const link = (await page.evaluate("location.href")) as string;
    expect(link.split("#")[0]).toBe(ADDRESS);
    const other = await followed(link);
    await done(other);
    expect(await other.inputValue("#text")).toBe(SLIP);
    expect(await other.inputValue("#day")).toBe(DAY);
    expect(await other.isChecked("#compare")).toBe(false);
    await page.check("#compare");
    await says(page, "#tables-say", /^Compared/);
    await page.click("#link");
    await page.waitForURL((url) => url.href !== link);
    const compared = await followed((await page.evaluate("location.href")) as string);
    await says(compared, "#tables-say", /^Compared with the bundled data/);
    expect(await compared.isChecked("#compare")).toBe(true);
    await page.click("#clear");
    await page.click("#link");
    await says(page, "#status", "There is no text yet");
    const broken = await followed(`${ADDRESS}#t=AAAA_-zz`);
    expect(await broken.inputValue("#text")).toBe("");
  },
);

test.runIf(chromium !== undefined)("the table as CSV that no spreadsheet runs, and as JSON", async () => {
  const page = await opened();
  await checked(page, `=HYPERLINK("x") rose 12% to $9.6bn from $7.95bn.`);
  const saved = async (id: string) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.click(id)]);
    return readFileSync(await download.path(), "utf8");
  };
  const csv = await saved("#csv");
  expect(await status(page)).toBe("Saved as claims.csv.");
  expect(csv.split("\n")[0]).toBe("verdict,kind,start,end,text,printed,computed,bounds,margin,finding");
  expect(csv).not.toMatch(/(^|,)"?=/m);
  const { claims, publishedOn } = JSON.parse(await saved("#json"));
  expect([publishedOn, claims[0].outcome, claims[0].computed.value]).toEqual([DAY, "inconsistent", "20.75%"]);
});

test.runIf(chromium !== undefined)(
  "of a text with hundreds of claims the words come when they are looked at, and all of them into a file",
  async () => {
    const page = await opened();
    const rise = (i: number) => `Sales of yard ${i} rose 10% to $11.0m from $10.0m.`;
    await checked(page, Array.from({ length: 420 }, (_, i) => rise(i)).join("\n\n"));
    expect(await status(page)).toMatch(/^420 claims: 0 inconsistent, 0 undecided, 420 consistent/);
    for (let shown = 60; shown < 360; shown += 60)
      await page.evaluate("document.querySelector('#findings > button').click()");
    await says(page, "#findings li:nth-child(350)", "agrees");
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#csv")]);
    const rows = readFileSync(await download.path(), "utf8")
      .trim()
      .split("\n");
    expect(rows.length).toBe(421);
    expect(rows.slice(1).every((row) => row.includes("agrees"))).toBe(true);

    // Of a check that was stopped, what was found until then.
    await page.click("#clear");
    await given(page, "long.txt", Array.from({ length: 4_000 }, (_, i) => rise(i)).join("\n\n"));
    await page.evaluate(`new Promise((stopped) => {
      const timer = setInterval(() => {
        if (document.querySelector("#bar").value <= 600) return;
        clearInterval(timer);
        document.querySelector("#stop").click();
        stopped();
      }, 5);
    })`);
    // A busy page may click when the last claim is checked: the worker takes it for stopped all the same.
    await page.waitForSelector("body[data-state=stopped], body[data-state=done]");
    const [stopped] = await Promise.all([page.waitForEvent("download"), page.click("#csv")]);
    expect(
      readFileSync(await stopped.path(), "utf8")
        .trim()
        .split("\n").length,
    ).toBeGreaterThan(500);
  },
);

test.runIf(chromium !== undefined)(
  "hostile text is text: markup, scripts, marks that turn the line, five megabytes",
  async () => {
    const page = await opened();
    const hostile = `<img src=x onerror="alert(1)"><script>alert(2)</script> rose 12% to $9.6bn \u202efrom $7.95bn.\u202c</textarea><style>*{display:none}</style>`;
    await checked(page, hostile);
    expect(await page.textContent("#prose")).toBe(hostile.replace(/[\u202e\u202c]/g, "\u25a1"));
    expect(await page.locator("#results img, #results script, #results style").count()).toBe(0);
    const ran = `{
      const script = document.createElement("script");
      script.textContent = "globalThis.ran = 'a script'";
      document.body.append(script);
      const image = document.createElement("img");
      image.setAttribute("onerror", "globalThis.ran = 'an attribute'");
      image.src = "data:,";
      document.body.append(image);
      new Promise((wait) => setTimeout(() => wait(globalThis.ran ?? "refused"), 100));
    }`;
    expect(await page.evaluate(ran)).toBe("refused");
    expect(problems.splice(0).join("\n")).toContain("Content Security Policy");

    await given(page, "large.txt", hostile.repeat(Math.ceil(5_000_000 / hostile.length)));
    await page.waitForSelector("body[data-state=running]");
    expect(await page.textContent("#large")).toContain("large.txt, 5.0 MB");
    // The page draws and answers while the worker still reads.
    await page.evaluate("new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))");
    expect(await page.getAttribute("body", "data-state")).toBe("running");
    await page.click("#stop");
    await page.waitForSelector("body[data-state=stopped]");
    expect(await page.locator("#results img, #results script, #results style").count()).toBe(0);
    await page.click("#clear");
    await checked(page, TRUE);
    expect(await page.locator("#findings li.consistent").count()).toBe(1);
  },
);
