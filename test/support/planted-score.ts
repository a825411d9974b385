import { DEFAULTS } from "../../src/cli/text/defaults.js";
import type { Kind, Settings } from "../../src/cli/text/types.js";
import { Work } from "../../src/cli/text/work.js";
import { documentOf, KINDS } from "./documents.js";
import { planted, type Slip } from "./planted.js";

const SETTINGS: Settings = {
  ...DEFAULTS,
  wants: { text: false, json: true, page: false },
};

interface Json {
  readonly mentions: { readonly text: string }[];
  readonly findings: {
    readonly verdict?: string;
    readonly text: string;
    readonly says: string;
    readonly figures: number[];
  }[];
}

/** How many slips were planted and seen in so many documents of eight forms, and what was said of the untouched ones. */
export async function scorePlanted(count: number, first = 1) {
  const work = await Work.of(SETTINGS);
  const wrongIn = async (
    kind: (typeof KINDS)[number],
    bytes: Uint8Array,
  ): Promise<{ text: string; says: string }[]> => {
    const format: Kind = kind === "txt" || kind === "md" ? "text" : kind;
    const [outcome] = await work.do({ kind: "bytes", bytes, name: `a.${kind}`, format }, 1);
    if (outcome?.ok !== true) throw new Error(`${kind}: ${outcome?.message}`);
    const { mentions, findings } = JSON.parse(outcome.json) as Json;
    return findings
      .filter((one) => one.verdict === "inconsistent")
      .map((one) => ({
        says: one.says,
        text: [one.text, ...one.figures.map((at) => mentions[at]?.text)].join(" | "),
      }));
  };
  const result = {
    documents: 0,
    alarms: [] as string[],
    planted: 0,
    seen: 0,
    kinds: {} as Record<string, [seen: number, planted: number]>,
    missed: [] as string[],
  };
  for (let seed = first; seed < first + count; seed++) {
    const { language, right, wrong, slips } = planted(seed);
    const drawn = KINDS[seed % KINDS.length] as (typeof KINDS)[number];
    // The fonts that every PDF may name have no Chinese.
    const kind = language === "zh" && drawn === "pdf" ? "docx" : drawn;
    result.documents++;
    for (const one of await wrongIn(kind, await documentOf(kind, right)))
      result.alarms.push(`${seed} ${kind}: ${one.says}`);
    const found = await wrongIn(kind, await documentOf(kind, wrong));
    for (const slip of slips) {
      const seen = found.some((one) => squeezed(one.text).includes(squeezed(slip.to)));
      const tally = result.kinds[slip.kind] ?? [0, 0];
      result.kinds[slip.kind] = tally;
      tally[1]++;
      result.planted++;
      if (seen) {
        tally[0]++;
        result.seen++;
      } else result.missed.push(missing(seed, kind, slip, wrong.paragraphs));
    }
  }
  return result;
}

const squeezed = (text: string) => text.replace(/\s+/g, " ");

function missing(seed: number, kind: string, { to, from }: Slip, paragraphs: readonly string[]): string {
  return `${seed} ${kind}: “${to}” for “${from}” in ${paragraphs.find((one) => one.includes(to)) ?? "the table"}`;
}
