import { check } from "../../src/check/check.js";
import { read } from "../../src/text/read.js";
import { randomFrom } from "./random.js";

/**
 * Tables that are true by construction: amounts drawn exactly in whole units, printed rounded, growth and shares computed
 * from the exact ones. Some list only a part of the total, nest rows in rows, give growth in real terms or prices beside
 * amounts: what a reader must not take for an error.
 */
export interface TrueTable {
  readonly text: string;
  /** The same with two digits of one amount exchanged, where the table says enough to see it. */
  readonly slip: string | undefined;
}

const NAMES = "Russia Germany Japan Korea Vietnam India Brazil Kenya Chile Norway Poland Mexico".split(" ");
const UNITS = [", US$ bn", ", € million", " (yuan bn)", " (thousand tonnes)"];

/** A whole number divided by a power of ten, half away from zero, as it is printed. */
function printed(units: bigint, drop: number, decimals: number): string {
  const power = 10n ** BigInt(drop);
  const size = units < 0n ? -units : units;
  const cut = (size + power / 2n) / power;
  const text = cut.toString().padStart(decimals + 1, "0");
  const whole = decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
  return units < 0n && cut !== 0n ? `-${whole}` : whole;
}

/** 100 × a ÷ b in percent with one decimal. */
function percent(a: bigint, b: bigint): string {
  const scaled = (a * 1_000_000n) / b;
  return printed(scaled, 3, 1);
}

export function trueTable(seed: number): TrueTable {
  const next = randomFrom(seed);
  const pick = (most: number) => Math.floor(next() * most);
  const decimals = pick(3);
  // Exact units are a thousandth of the last printed digit.
  const drop = 3;
  const count = 3 + pick(8);
  const rows = Array.from({ length: count }, (_, i) => {
    const base = BigInt(200_000 + pick(90_000_000));
    const level = (base * BigInt(600 + pick(900))) / 1000n;
    return { name: NAMES[i] as string, base, level };
  });
  const sum = (of: "base" | "level") => rows.reduce((whole, row) => whole + row[of], 0n);
  const kind = ["plain", "plain", "plain", "top", "nested", "real", "price"][pick(7)] as string;
  const missing = kind === "top" ? BigInt(1_000_000 + pick(90_000_000)) : 0n;
  const totals = { name: "Total", base: sum("base") + missing, level: sum("level") + missing * 2n };
  if (kind === "nested") {
    const first = rows[0] as (typeof rows)[number];
    rows.splice(1, 0, { name: "Southern part", base: first.base / 3n, level: first.level / 2n });
  }
  const [growth, shares] = [next() < 0.7, next() < 0.5];
  const deflate = (level: bigint) => (kind === "real" ? (level * BigInt(930 + pick(40))) / 1000n : level);
  const line = ({ name, base, level }: (typeof rows)[number]) => [
    name,
    printed(base, drop, decimals),
    printed(level, drop, decimals),
    ...(growth ? [percent(deflate(level) - base, base)] : []),
    ...(shares ? [percent(level, totals.level)] : []),
    ...(kind === "price" ? [String(100 + pick(900))] : []),
  ];
  const head = [
    "Partner",
    "2022",
    "2023",
    ...(growth ? ["Change, %"] : []),
    ...(shares ? ["Share of total, %"] : []),
    ...(kind === "price" ? ["Price, US$ per tonne"] : []),
  ];
  const body = [...rows, totals].map(line);
  const text = (lines: readonly (readonly string[])[]) =>
    [
      `Exports${UNITS[pick(UNITS.length)]}`,
      "",
      ...[head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`),
      "",
    ].join("\n");
  const whole = text(body);
  const target = pick(rows.length);
  const cell = body[target]?.[2] as string;
  const slipped = exchanged(cell);
  const seen = kind === "plain" && slipped !== undefined;
  return { text: whole, slip: seen ? whole.replace(`| ${cell} |`, `| ${slipped} |`) : undefined };
}

/** Its first two digits that differ exchanged. */
function exchanged(cell: string): string | undefined {
  for (let i = 0; i + 1 < cell.length; i++) {
    const [a, b] = [cell[i] as string, cell[i + 1] as string];
    if (/\d/.test(a) && /\d/.test(b) && a !== b && !(i === 0 && b === "0")) {
      return cell.slice(0, i) + b + a + cell.slice(i + 2);
    }
  }
  return undefined;
}

/** What `check` finds in so many tables, as they are and with a slip. */
export function tried(count: number, first = 1) {
  const inconsistent = (text: string) =>
    check(read(text)).claims.filter((one) => one.verdict === "inconsistent");
  const result = { claims: 0, alarms: [] as string[], planted: 0, seen: 0 };
  for (let seed = first; seed < first + count; seed++) {
    const { text, slip } = trueTable(seed);
    const { claims } = check(read(text));
    result.claims += claims.length;
    for (const one of claims)
      if (one.verdict === "inconsistent") result.alarms.push(`${seed}: ${one.says}\n${text}`);
    if (slip === undefined) continue;
    result.planted++;
    if (inconsistent(slip).length > 0) result.seen++;
  }
  return result;
}
