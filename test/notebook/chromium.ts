import { chromium } from "playwright-core";
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

export function launch(executablePath: string) {
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
}
