import { Interval } from "../../exact/interval.js";
import type { MimeBundle } from "../../figure/display.js";
import { Quantity } from "../../figure/quantity.js";
import { Rate } from "../../rate/rate.js";
import { stockTslab } from "../tslab/stock-tslab.js";
import { channel } from "./channel.js";
import { DISPLAY } from "./mime.js";

const INSPECT = Symbol.for("nodejs.util.inspect.custom");

interface Shown {
  [DISPLAY](): MimeBundle;
  [INSPECT]?(...how: unknown[]): string;
}

/**
 * Stock tslab prints a cell's last expression as text, by a console.log of its own. Inside it, a figure, interval or rate
 * that is asked for its text there shows itself richly instead, and the empty line is kept back. What a cell prints by
 * itself stays text. Plain data have no such moment: `await show(rows)`.
 */
export function showLastExpressions(): void {
  if (channel() !== undefined || stockTslab() === undefined) return;
  for (const prototype of [Quantity.prototype, Interval.prototype, Rate.prototype] as unknown[] as Shown[]) {
    const text = prototype[INSPECT];
    prototype[INSPECT] = function (this: Shown, ...how) {
      const tslab = stockTslab();
      if (!tslab?.lastWriteDisplayData || !printedByExecutor(new Error().stack)) {
        return text?.apply(this, how) ?? String(this);
      }
      tslab.lastWriteDisplayData({ data: this[DISPLAY](), metadata: {}, transient: {} }, false);
      keepBackOneWrite();
      return "";
    };
  }
}

/** Whether console.log was called by tslab's executor, with this value alone and not inside another. */
function printedByExecutor(stack = ""): boolean {
  const calls = stack.split("\n");
  const log = calls.findIndex((call) => /\bconsole\.log\b/.test(call));
  const nested = calls.slice(0, log).filter((call) => /\bformatValue\b/.test(call)).length > 1;
  return log > 0 && !nested && /[\\/]tslab[\\/]dist[\\/]executor\.js/.test(calls[log + 1] ?? "");
}

function keepBackOneWrite(): void {
  const write = process.stdout.write;
  process.stdout.write = () => {
    process.stdout.write = write;
    return true;
  };
}
