import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "../../../src/data/sql/connect.js";
import type { Engine } from "../../../src/data/sql/engine.js";
import type { SqlSource } from "../../../src/data/sql/plan.js";
import { summarise } from "../../../src/data/sql/summarise.js";
import { cuttingProxy } from "../../support/cutting-proxy.js";
import { heard } from "../../support/heard-engine.js";
import type { Server } from "../../support/servers.js";
import { expected, MODES, type rowsFor } from "./trade.js";

/** An engine with a table of the rows: month, province, value (a decimal), fen (a whole number). */
export interface Started {
  readonly engine: Engine;
  readonly table: string;
  /** A query in parentheses with columns that are no exact amounts: d (a double) and s (a text). */
  readonly inexact: string;
  readonly server?: Server;
}

/** What holds in every engine: the digits of integers, and refusals before anything is computed. */
export function engineLaws(
  name: string,
  start: () => Promise<Started | undefined>,
  { made, units }: ReturnType<typeof rowsFor>,
): void {
  describe(name, () => {
    let started: Started | undefined;
    beforeAll(async () => {
      started = await start();
      if (started !== undefined) console.log(`${name}: ${started.engine.version}`);
    });
    afterAll(async () => {
      await started?.engine.close();
      await started?.server?.stop();
    });

    const source = (over: Partial<SqlSource> = {}): SqlSource => ({
      from: (started as Started).table,
      amount: "value",
      decimals: 2,
      keys: { month: "month", province: "province" },
      ...over,
    });
    const options = { from: "CNY", by: ["month", "province"], rates: made.rates } as const;
    const texts = async (over: Partial<SqlSource>, rounding: (typeof MODES)[number]) => {
      const sums = await summarise((started as Started).engine, source(over), { ...options, rounding });
      return new Map(sums.rows.map((row) => [row.keys.join(" "), String(row.units)]));
    };

    test("sums of converted decimals are those of integers", async ({ skip }) => {
      if (started === undefined) return skip("its server is not here, as said above");
      expect(await texts({}, "halfEven")).toEqual(expected(made, units, "halfEven"));
    });

    test("so are sums of whole numbers, in every mode", async ({ skip }) => {
      if (started === undefined) return skip("its server is not here, as said above");
      for (const mode of MODES)
        expect([mode, await texts({ amount: "fen", scaled: true }, mode)]).toEqual([
          mode,
          expected(made, units, mode),
        ]);
    });

    test("amounts that leave 64 bits times their rate go by two divisions, to the same digits", async ({
      skip,
    }) => {
      if (started === undefined) return skip("its server is not here, as said above");
      const { engine, statements } = heard(started.engine);
      const sumsAt = async (scale: number) => {
        const sums = await summarise(engine, source({ amount: "fen", scaled: true }), { ...options, scale });
        return new Map(sums.rows.map((row) => [row.keys.join(" "), String(row.units)]));
      };
      expect(await sumsAt(2)).toEqual(expected(made, units, "halfEven"));
      expect(statements.at(-1)).toContain("a * num AS p");
      expect(await sumsAt(4)).toEqual(expected(made, units, "halfEven", 100n));
      expect(statements.at(-1)).not.toContain("a * num AS p");
    });

    test("what would leave 64 bits, or has no rate, or more decimals, is refused before it is computed", async ({
      skip,
    }) => {
      if (started === undefined) return skip("its server is not here, as said above");
      const { engine } = started;
      await expect(summarise(engine, source(), { ...options, scale: 12 })).rejects.toThrow(
        "leave 64 bits: keep fewer decimals",
      );
      await expect(summarise(engine, source({ decimals: 1 }), { from: "CNY", by: [] })).rejects.toThrow(
        "have more than 1 decimals",
      );
      const some = { ...options, rateKey: "province" };
      await expect(summarise(engine, source(), some)).rejects.toThrow(/no rate for P\d\d/);
      await expect(summarise(engine, source({ amount: "nothing" }), options)).rejects.toThrow(/nothing/);
    });

    test("a connection that drops in the middle of an answer is an error, and not a shorter answer", async ({
      skip,
    }) => {
      if (started === undefined) return skip("its server is not here, as said above");
      const { server: at } = started;
      if (at === undefined) return skip("it runs inside this process and has no connection");
      const port = Number(/:(\d+)(\/|$)/.exec(at.url)?.[1]);
      const proxy = await cuttingProxy(port);
      const engine = await connect(at.url.replace(`:${port}`, `:${proxy.port}`));
      try {
        const all = `SELECT month, province FROM ${started.table}`;
        expect((await engine.rows(all)).length).toBe(units.length);
        proxy.cutAfter(3000);
        await expect(engine.rows(all)).rejects.toMatchObject({ code: "bad-data" });
      } finally {
        proxy.close();
        await engine.close();
      }
    });

    test("a column of floats or of texts is refused, and so is a part of the smallest unit", async ({
      skip,
    }) => {
      if (started === undefined) return skip("its server is not here, as said above");
      const { engine, inexact } = started;
      const from = { from: "CNY", by: [] };
      const other = (over: Partial<SqlSource>) =>
        summarise(engine, source({ from: inexact, keys: {}, ...over }), from);
      await expect(other({ amount: "d" })).rejects.toThrow("its amounts have lost digits already");
      await expect(other({ amount: "s" })).rejects.toThrow("neither a decimal nor a whole number");
      await expect(summarise(engine, source({ amount: "value", scaled: true }), from)).rejects.toThrow(
        "are not whole numbers",
      );
    });
  });
}
