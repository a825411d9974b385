import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { command } from "../support/command.js";

const folder = mkdtempSync(join(tmpdir(), "trade-figures-reconcile-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
async function run(...args: string[]) {
  const { code, out, err } = await command(["reconcile", ...args], { env: { NO_COLOR: "1" }, cwd: folder });
  return { status: code, out, err };
}

const LIAONING = `area,partner,flow,period,amount,growth,source
Liaoning,RUS,exports,2023-01/2023-09,42.64bn yuan,,Reuters
Liaoning,RUS,exports,2023,14.4bn yuan,,Sputnik
Liaoning,RUS,imports,2023,40.5bn yuan,,Sputnik
Liaoning,RUS,total,2023,54.9bn yuan,53%,Shenyang Customs
`;

describe("trade-figures reconcile", () => {
  const path = file("liaoning.csv", LIAONING);

  test("says what cannot be true, why, in which figure, and the nearest slip; exits with 1", async () => {
    const { status, out } = await run(
      path,
      "--explain",
      "--certificates",
      "proof.json",
      "--quantity",
      "Liaoning Russia imports 2023-01/2023-09",
    );
    expect(status).toBe(1);
    const text = out.replace(/\s+/g, " ");
    expect(text).toContain(
      "✗ CNY 42.64bn exports of Liaoning to RUS, Jan–Sep 2023 [liaoning.csv line 2; Reuters]",
    );
    expect(text).toContain(
      "even with a revision of 2%, leaves less than 14.7449bn for exports of Liaoning to RUS, Jan–Sep 2023.",
    );
    expect(text).toContain("1 × exports of Liaoning to RUS, Jan–Sep 2023 ≥ 42.635bn");
    expect(text).toContain("In every one of them: CNY 42.64bn (liaoning.csv line 2).");
    expect(text).toContain("→ nearest repair: CNY 42.64bn is exports and imports together, not exports");
    expect(text).toContain("imports of Liaoning from RUS, Jan–Sep 2023, in CNY: [0, 41.38bn)");
    // The proof holds by itself.
    const verify = join(import.meta.dirname, "../../data/verify/verify.mjs");
    expect(
      execFileSync(process.execPath, [verify, join(folder, "proof.json")], { encoding: "utf8" }),
    ).toMatch(/^(\d+) of \1 hold/);
    expect(JSON.parse(readFileSync(join(folder, "proof.json"), "utf8")).certificates.length).toBeGreaterThan(
      1,
    );
  });

  test("gives JSON; exits with 0 where all can be true", async () => {
    const fits = file("fits.csv", LIAONING.replace("exports,2023-01/2023-09", "total,2023-01/2023-09"));
    const { status, out } = await run(fits, "--json", "--narrowed");
    const found = JSON.parse(out);
    expect([status, found.verdict, found.problems, found.statements]).toEqual([0, "consistent", [], 5]);
    expect(found.revisions).toEqual([]);
  });

  test("usage errors exit with 2, broken files with 3, each with a way out", async () => {
    const late = await run("--no-repairs", "--time-limit", "0.001");
    expect([late.status, late.out]).toEqual([
      3,
      expect.stringContaining(
        "Undecided: not decided within 0.001 seconds; a longer --time-limit looks further",
      ),
    ]);
    const tolerance = await run(path, "--revision", "much");
    expect([tolerance.status, tolerance.err]).toEqual([
      2,
      expect.stringContaining("revision is a share of the figure such as 2% or 0.02"),
    ]);
    const quantity = await run(path, "--no-repairs", "--quantity", "Liaoning RUS exports 2021");
    expect([quantity.status, quantity.err]).toEqual([
      2,
      expect.stringContaining("of Liaoning with RUS there are"),
    ]);
    const nobody = await run(path, "--quantity", "Lioaning RUS exports 2023");
    expect([nobody.status, nobody.err]).toEqual([
      2,
      expect.stringContaining("no statement is about Lioaning; there are Liaoning"),
    ]);
    const partner = await run(path, "--quantity", "Liaoning Japan exports 2023");
    expect(partner.err).toContain("no statement is about Liaoning with Japan; its partners are RUS");
    const broken = await run(file("broken.csv", "area,flow,period,amount\nA,total,2023,five\n"));
    expect([broken.status, broken.err]).toEqual([3, expect.stringContaining("broken.csv line 2")]);
  });
});
