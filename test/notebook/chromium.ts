import { type Browser, chromium } from "playwright-core";
import { findChromium } from "../../src/notebook/picture/chromium.js";

/** The installed Chromium, or undefined with a notice; in CI its absence is a failure, since nothing would be tested. */
export function chromiumForTests(): string | undefined {
  const found = findChromium();
  if (found === undefined) {
    if (process.env["CI"])
      throw new Error("CI needs Chromium for the picture tests: apt-get install chromium");
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
