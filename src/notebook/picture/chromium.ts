import { existsSync } from "node:fs";
import { FigureError } from "../../errors.js";
import { fontFaces } from "./font.js";
import { needsBrowser } from "./needs-browser.js";
import type { SizedDrawing } from "./options.js";
import { loadPackages } from "./package.js";
import { plotlySource } from "./plotly-source.js";

/** The same numbers in the same order for each picture: plotly draws its element ids from Math.random. */
const seeded = "(()=>{let s=1;Math.random=()=>(s=(s*16807)%2147483647)/2147483647})()";

/** Draws a figure and gives it back as a data address of an SVG. It runs in the page, so it is kept as text. */
const drawInPage = `((figure) => {
  const { width, height } = figure.layout;
  // Straight from the figure: drawing it first and then asking for its image draws everything twice.
  return Plotly.toImage({ ...figure, config: { typesetMath: false } }, { format: "svg", width, height });
})`;

interface Page {
  goto(address: string): Promise<unknown>;
  setViewportSize(size: { width: number; height: number }): Promise<void>;
  setContent(html: string): Promise<void>;
  addScriptTag(options: { content: string }): Promise<unknown>;
  evaluate(script: string): Promise<unknown>;
  screenshot(options: object): Promise<Uint8Array>;
  pdf(options: object): Promise<Uint8Array>;
  close(): Promise<void>;
}

interface Browser {
  newPage(options: object): Promise<Page>;
  on(event: "disconnected", listener: () => void): unknown;
  close(): Promise<void>;
}

interface Playwright {
  readonly chromium: { launch(options: object): Promise<Browser>; executablePath(): string };
}

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** The installed Chromium: CHROMIUM_PATH or CHROME_PATH first, then the usual places; undefined where there is none. */
export function findChromium(own?: string): string | undefined {
  const { CHROMIUM_PATH, CHROME_PATH } = process.env;
  const named = CHROMIUM_PATH || CHROME_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new FigureError(
      "no-file",
      `CHROMIUM_PATH names ${named}, which isn't there; name a Chromium or unset it`,
    );
  }
  return [...usualPlaces, ...(own ? [own] : [])].find((place) => existsSync(place));
}

let running: Promise<Pages> | undefined;
let users = 0;
let closing: NodeJS.Timeout | undefined;

/** How long a Chromium waits for the next picture, in ms: its start is the dearest part of one. A program ends so much later. */
const LINGER = 250;

/** A Chromium for as long as anything is drawn: pictures asked for at the same time, or one after the other, share it. */
async function withChromium<T>(purpose: string, use: (pages: Pages) => Promise<T>): Promise<T> {
  users += 1;
  clearTimeout(closing);
  running ??= launched(purpose);
  const mine = running;
  try {
    return await use(await mine);
  } finally {
    users -= 1;
    if (users === 0) closing = setTimeout(() => void close(mine), LINGER).unref();
  }
}

async function close(mine: Promise<Pages>): Promise<void> {
  if (running === mine) running = undefined;
  await mine.then(({ browser }) => browser.close()).catch(() => undefined);
}

/** A Chromium that cannot be started, or breaks down, is forgotten: the next picture tries again. */
function launched(purpose: string): Promise<Pages> {
  const forget = () => {
    if (running === started) running = undefined;
  };
  const started = launch(purpose).then((browser) => {
    browser.on("disconnected", forget);
    return new Pages(browser);
  });
  started.catch(forget);
  return started;
}

async function launch(purpose: string): Promise<Browser> {
  const [{ chromium }] = loadPackages(["playwright-core"], purpose) as [Playwright];
  const executablePath = findChromium(chromium.executablePath());
  if (executablePath === undefined) {
    const way = "install one (Debian and Ubuntu: apt-get install chromium) or name it in CHROMIUM_PATH";
    throw new FigureError("missing-package", `${purpose} needs a Chromium, and none was found; ${way}`);
  }
  const root = process.getuid?.() === 0; // Chromium's sandbox refuses to start for root
  // Without hinting letters keep the widths of the font, on every machine.
  const args = ["--font-render-hinting=none", ...(root ? ["--no-sandbox"] : [])];
  return chromium.launch({ executablePath, args });
}

/** So many pictures are drawn at a time. */
const MOST = 4;

/** The pages of a Chromium, each used for one picture after the other: a new page costs three times what a picture does. */
class Pages {
  readonly browser: Browser;
  readonly #idle = new Map<number, Page[]>();
  readonly #waiting: (() => void)[] = [];
  #busy = 0;

  constructor(browser: Browser) {
    this.browser = browser;
  }

  async use<T>(scale: number, work: (page: Page) => Promise<T>): Promise<T> {
    if (this.#busy < MOST) this.#busy += 1;
    else await new Promise<void>((next) => this.#waiting.push(next));
    try {
      return await this.#draw(scale, work);
    } finally {
      // Whoever waits takes the place.
      const next = this.#waiting.shift();
      if (next === undefined) this.#busy -= 1;
      else next();
    }
  }

  async #draw<T>(scale: number, work: (page: Page) => Promise<T>): Promise<T> {
    const idle = this.#idle.get(scale) ?? [];
    this.#idle.set(scale, idle);
    const page = idle.pop() ?? (await this.browser.newPage({ deviceScaleFactor: scale, offline: true }));
    try {
      const done = await work(page);
      idle.push(page);
      return done;
    } catch (error) {
      await page.close().catch(() => undefined);
      throw error;
    }
  }
}

/** Draws in a page of a Chromium that is kept offline. */
function inChromium<T>(drawing: SizedDrawing, scale: number, take: (page: Page) => Promise<T>): Promise<T> {
  const { width, height } = drawing;
  return withChromium(`a picture of ${needsBrowser(drawing) ?? "a chart by Chromium"}`, (pages) =>
    pages.use(scale, async (page) => {
      // A new document: nothing of the picture before, neither its elements nor its random numbers.
      await page.goto("about:blank");
      await page.setViewportSize({ width, height });
      await page.setContent(
        `<!doctype html><style>${fontFaces()}body{margin:0}svg{display:block}</style><body>`,
      );
      await page.addScriptTag({ content: seeded });
      await page.addScriptTag({ content: plotlySource([drawing]).read() });
      await page.evaluate(
        `Promise.all([400, 600].map((weight) => document.fonts.load(weight + " 12px Inter")))`,
      );
      return take(page);
    }),
  );
}

function figureText({ data, layout }: SizedDrawing): string {
  return JSON.stringify({ data, layout });
}

export function chromiumSvg(drawing: SizedDrawing): Promise<string> {
  return inChromium(drawing, 1, async (page) => {
    const address = (await page.evaluate(`${drawInPage}(${figureText(drawing)})`)) as string;
    const svg = decodeURIComponent(address.replace(/^data:image\/svg\+xml,/, ""));
    // Words stay letters here: the font travels with the picture.
    return `${svg.replace(/^<svg[^>]*>/, (start) => `${start}<style>${fontFaces()}</style>`)}\n`;
  });
}

/** Puts the figure on the page as plotly draws it, gl canvases and all. */
const showOnPage = (drawing: SizedDrawing) => `(async (figure) => {
  const box = document.createElement("div");
  document.body.append(box);
  await Plotly.newPlot(box, figure.data, figure.layout, { staticPlot: true, typesetMath: false });
})(${figureText(drawing)})`;

export function chromiumPng(drawing: SizedDrawing, scale: number): Promise<Uint8Array> {
  return inChromium(drawing, scale, async (page) => {
    await page.evaluate(showOnPage(drawing));
    return new Uint8Array(
      await page.screenshot({ clip: { x: 0, y: 0, width: drawing.width, height: drawing.height } }),
    );
  });
}

export function chromiumPdf(drawing: SizedDrawing): Promise<Uint8Array> {
  return inChromium(drawing, 1, async (page) => {
    await page.evaluate(showOnPage(drawing));
    const { width, height } = drawing;
    const pdf = await page.pdf({
      width: `${width}px`,
      height: `${height}px`,
      printBackground: true,
      pageRanges: "1",
    });
    // Chromium writes the time of day into the file; a fixed one of the same length keeps every offset right.
    const text = Buffer.from(pdf).toString("latin1");
    return new Uint8Array(Buffer.from(text.replace(/\(D:\d{14}/g, "(D:19700101000000"), "latin1"));
  });
}
