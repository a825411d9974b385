import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { findChromium } from "../../src/notebook/picture/chromium.js";

/** The installed Chromium, or undefined with a notice; in CI its absence is a failure, since nothing would be tested. */
export function chromiumForTests(): string | undefined {
  const found = findChromium();
  if (found === undefined) {
    if (process.env["CI"])
      throw new Error("CI needs Chromium for the picture tests: apt-get install chromium-headless-shell");
    console.log(
      "No Chromium found: the tests that compare with it don't run. Install one or set CHROMIUM_PATH.",
    );
  }
  return found;
}

/** How long a test waits for what a busy machine is still doing, in ms: below the limit of the test itself. */
export const PATIENCE = 180_000;

/** A Chromium whose pages wait as long as that: on a machine with several jobs Playwright's 30 s are too few. */
export async function launch(executablePath: string): Promise<Browser> {
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath, args, timeout: PATIENCE });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.setDefaultTimeout(PATIENCE);
    return context;
  };
  return browser;
}

/** What a tab that is open can be set to; for anything else there must be a new one. */
export interface Look {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: "light" | "dark";
}

/**
 * Opens pages one after the other in one tab: a new tab costs Chromium three times what a page in it does. Each page is a
 * document of its own, and the window, the colours and the pointer are set anew.
 */
export class Tab {
  private page: Promise<Page> | undefined;

  /** @param open a new tab, watched as the tests want it */
  constructor(private readonly open: () => Promise<Page>) {}

  async visit(address: string, { viewport, colorScheme }: Look = {}): Promise<Page> {
    this.page ??= this.open();
    const page = await this.page;
    // From the same address with another part after the # a page would not be loaded again.
    await page.goto("about:blank");
    await page.mouse.move(0, 0);
    await page.setViewportSize(viewport ?? { width: 1280, height: 900 });
    await page.emulateMedia({ media: null, colorScheme: colorScheme ?? "light" });
    await page.goto(address);
    return page;
  }
}

/** Whether a tab that is open can be set to look so. */
export const isLook = (options: BrowserContextOptions): options is Look =>
  Object.keys(options).every((name) => name === "viewport" || name === "colorScheme");
