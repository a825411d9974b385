import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { cachedRates, openRateBook, writeWhole } from "../../src/data/index.js";
import { cases } from "../support/long.js";
import { errorOf, folderWith } from "./files.js";

let cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const remove of cleanUp) remove();
  cleanUp = [];
});
function fresh(files?: Readonly<Record<string, string>>): string {
  const { folder, remove } = folderWith(files);
  cleanUp.push(remove);
  return folder;
}

const HEAD =
  '# {"source":"fred","publisher":"P","holds":"rates","url":"u","fetched":"2023-11-01T12:00:00.000Z","sha256":"0","rows":1}';
const COLUMNS = "on,base,quote,rate,per,kind,publisher,title,url";
const ROW = "2023-10-23,USD,CNY,7.3158,1,noon-buying,P,,";
const file = (row = ROW, head = HEAD) => `${head}\n${COLUMNS}\n${row}\n`;

describe("a cache that is not what it should be is an error with its place, and no trace", () => {
  test("a right one is read", () => {
    expect(cachedRates(fresh({ "fred.csv": file() }))).toEqual([
      {
        on: "2023-10-23",
        base: "USD",
        quote: "CNY",
        rate: "7.3158",
        per: 1,
        kind: "noon-buying",
        source: { publisher: "P" },
      },
    ]);
  });

  test.each([
    ["an empty file", "", /is empty|line 1/],
    ["a brace", "{", /line 1 does not say/],
    ["null", "null\n", /line 1 does not say/],
    ["the file of an earlier version", `${COLUMNS}\n${ROW}\n`, /line 1 does not say.*update again/],
    ["a head that is null", file(ROW, "# null"), /line 1 does not say/],
    ["a head of another kind", file(ROW, '# {"holds":"cats","rows":1}'), /line 1 does not say/],
    ["a head alone", `${HEAD}\n`, /empty/],
    ["a row that is missing", `${HEAD}\n${COLUMNS}\n`, /has 0 rows, and 1 were written/],
    ["a last line that is cut short", file().slice(0, -12), /line 3/],
    ["per 3", file(ROW.replace(",1,noon", ",3,noon")), /line 3, column per: found "3"/],
    ["per of an object's own", file(ROW.replace(",1,noon", ",constructor,noon")), /line 3, column per/],
    ["a rate of 0", file(ROW.replace("7.3158", "0.000")), /line 3, column rate/],
    ["a rate below 0", file(ROW.replace("7.3158", "-7.3")), /line 3, column rate/],
    ["a rate without end", file(ROW.replace("7.3158", "1e999")), /line 3, column rate/],
    ["a rate of 57 digits", file(ROW.replace("7.3158", `7.${"1".repeat(56)}`)), /line 3, column rate/],
    ["no rate", file(ROW.replace("7.3158", "")), /line 3, column rate: found an empty cell/],
    ["a day that is none", file(ROW.replace("2023-10-23", "2023-02-30")), /line 3, column on/],
    [
      "a period that ends before it begins",
      file(ROW.replace("2023-10-23", "2023-09/2023-01")),
      /line 3, column on/,
    ],
    ["a currency that is none", file(ROW.replace("CNY", "Yuan")), /line 3, column quote/],
    ["one currency twice", file(ROW.replace("CNY", "USD")), /line 3, column quote/],
    ["a kind that is none", file(ROW.replace("noon-buying", "sport")), /line 3, column kind/],
    ["other columns", file().replace("per,kind", "kind,per"), /line 2/],
  ])("%s", (_, text, says) => {
    const folder = fresh({ "fred.csv": text });
    const error = errorOf(() => openRateBook(undefined, folder));
    expect(error.code).toBe("bad-data");
    expect(error.message).toMatch(says);
    expect(error.message).toContain("fred.csv");
  });

  test("the command says so in one line, with 3", () => {
    const folder = fresh({ "fred.csv": "{" });
    const done = spawnSync(
      process.execPath,
      ["dist/esm/cli/main.js", "rate-used", "42.64bn yuan", "$5.83bn", "--printed", "2023-10-23"],
      { encoding: "utf8", env: { ...process.env, TRADE_FIGURES_CACHE: folder } },
    );
    expect([done.status, done.stderr.trim().split("\n").length, done.stdout]).toEqual([3, 1, ""]);
    expect(done.stderr).toMatch(/^trade-figures: .*fred\.csv line 1/);
  });

  test("every cut and every changed byte of a cache is read right or refused, never a trace", () => {
    const whole = file();
    for (let at = 0; at < whole.length; at++) {
      for (const text of [whole.slice(0, at), `${whole.slice(0, at)}\u0007${whole.slice(at + 1)}`]) {
        const folder = fresh({ "fred.csv": text });
        try {
          const [rate] = cachedRates(folder);
          // What a changed byte may do unnoticed is to change a word for people.
          expect([rate?.on, rate?.rate, rate?.per]).toEqual(["2023-10-23", "7.3158", 1]);
        } catch (error) {
          expect((error as { code?: string }).code).toBe("bad-data");
        }
      }
    }
  });
});

describe("several processes at one cache", () => {
  const updater = (folder: string, first: number, count: number) =>
    spawn(process.execPath, ["test/support/updater.mjs", folder, String(first), String(count)], {
      stdio: ["ignore", "pipe", "inherit"],
    });

  test("updates at once lose no row", async () => {
    const folder = fresh();
    const all = [0, 1, 2, 3].map((n) => updater(folder, n * 20, 12));
    const codes = await Promise.all(all.map(async (one) => (await once(one, "exit"))[0]));
    expect(codes).toEqual([0, 0, 0, 0]);
    expect(cachedRates(folder).length).toBe(48);
    expect(readdirSync(folder)).toEqual(["fred.csv"]);
  });

  test("a kill at any moment leaves a whole cache with every row that was said to be kept, and no lock that stays", async () => {
    const folder = fresh();
    const kept = new Set<string>();
    const kills = cases(4, 8);
    for (let n = 0; n < kills; n++) {
      const child = updater(folder, n * 300, 300);
      child.stdout?.on("data", (chunk) => {
        for (const line of String(chunk).split("\n").slice(0, -1)) kept.add(line);
      });
      await once(child.stdout as NonNullable<typeof child.stdout>, "data");
      await new Promise((resolve) => setTimeout(resolve, (49 * n) / (kills - 1)));
      child.kill("SIGKILL");
      await once(child, "exit");
      const days = new Set(cachedRates(folder).map((one) => one.on));
      expect([...kept].filter((day) => !days.has(day))).toEqual([]);
    }
    expect(kept.size).toBeGreaterThanOrEqual(kills);
  });

  test("what a killed process left behind is removed by the next that writes there", () => {
    const folder = fresh();
    const gone = spawnSync(process.execPath, ["-e", ""]).pid;
    const part = (pid: number) => join(folder, `.trade-figures-${pid}-0123456789ab.part`);
    const old = new Date(Date.now() - 3_600_000);
    for (const pid of [gone, process.pid]) {
      writeFileSync(part(pid), "half");
      utimesSync(part(pid), old, old);
    }
    mkdirSync(join(folder, "inside"));
    writeWhole(join(folder, "a.txt"), "whole");
    expect(readdirSync(folder).sort()).toEqual([
      `.trade-figures-${process.pid}-0123456789ab.part`,
      "a.txt",
      "inside",
    ]);
    expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("whole");
  });
});
