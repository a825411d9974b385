import type { NamedFlow } from "../../language/story.js";
import type { Flow } from "../../statement/fact.js";
import { UNDATED } from "../../statement/model/level.js";
import { Places } from "../../text/place.js";
import type { Basis, Reading, Telling } from "../../text/reading.js";
import { type About, countedIn, type Said, unitOf } from "./said.js";

/** A figure that is told more often than that is a heading of many tables. */
const MOST_TOLD = 4;
/** So many levels of one noun are compared with a record. */
const MOST_LEVELS = 200;

/**
 * The figures of a text that are about the trade of one area with one partner, so that they can be held against each other:
 * those that name both and their period, over the whole text; those that do not, within their paragraph, where nothing else is
 * spoken of; and levels that the text calls the highest or the lowest of their kind.
 */
export function statementsOf(
  { text, tellings }: Pick<Reading, "text" | "tellings">,
  firstLine?: number,
): Said[] {
  if (tellings.length < 2 && !tellings.some(({ record }) => record !== undefined)) return [];
  const found = [
    ...namedIn(tellings, headlineOf(text, tellings)),
    ...paragraphsIn(tellings),
    ...recordsIn(tellings),
  ];
  if (found.length === 0) return [];
  const places = new Places(text, firstLine);
  return found.map((one) => {
    const { line, column } = places.of(one.mention.start);
    return { ...one, place: `${line}:${column}` };
  });
}

/** A figure of a text as a statement, before its place is known. */
type Unplaced = Omit<Said, "place">;

const sure = ({ another, cited, terms, earlier, plain }: Telling): boolean =>
  plain && !another && !earlier && cited === undefined && terms === undefined;

const FLOWS: Readonly<Record<Exclude<NamedFlow, "balance">, Flow>> = {
  exports: "exports",
  imports: "imports",
  trade: "total",
};

/** The figures of a telling as statements about one thing. @param key tells it apart from others in the identity of a statement */
function saidOf(
  telling: Telling,
  about: About,
  key: string,
  { level = true, growth = true, money }: { level?: boolean; growth?: boolean; money?: string } = {},
): Unplaced[] {
  const unit = telling.level && unitOf(telling.level);
  const found: Unplaced[] = [];
  if (level && telling.level !== undefined && unit !== undefined)
    found.push({
      id: `${key} level ${telling.level.start}`,
      part: "amount",
      telling,
      mention: telling.level,
      about: countedIn(about, telling.level),
      unit,
    });
  if (growth && telling.growth?.rate.kind === "percent")
    found.push({
      id: `${key} growth ${telling.growth.rate.start}`,
      part: "growth",
      telling,
      mention: telling.growth.rate,
      about: telling.level === undefined ? about : countedIn(about, telling.level),
      unit: money ?? unit ?? "",
    });
  return found;
}

/** "in the first quarter", resolved or not, as a key. */
const periodKey = ({ period: of }: Telling): string => of?.period?.text ?? of?.text.toLowerCase() ?? "";

/** Figures of subjects that are named so closely that nothing else has their name in one text, with their period. */
function namedIn(tellings: readonly Telling[], headline: Telling | undefined): Unplaced[] {
  const named = tellings.filter(
    (one) => sure(one) && isNamed(one) && (one.period !== undefined || one === headline),
  );
  const found: Unplaced[] = [];
  for (const group of groupsOf(named, ({ subject }) => `${subject.prefix}\u0000${subject.partner}`)) {
    if (group.length < 2) continue;
    const owners = new Set(group.map(({ subject }) => subject.owner).filter((one) => one !== ""));
    const [sole = ""] = owners;
    const units = new Set(group.flatMap(({ level }) => (level && unitOf(level)) ?? []));
    const counts = new Map<string, number>();
    for (const one of group) {
      const { subject } = one;
      if (owners.size > 1 && subject.owner === "") continue;
      const dated = one.period === undefined ? storyOf(one, group) : one;
      if (dated?.period === undefined) continue;
      const when = periodKey(dated);
      const basis = basisOf(one, group, one === headline);
      const area = titled(subject.owner || sole, subject.prefix);
      const resolved = dated.period.period;
      const about: About = {
        area: resolved === undefined ? `${area}, ${when}` : area,
        partner: titled(subject.partner),
        flow: FLOWS[subject.flow as keyof typeof FLOWS],
        period: resolved ?? UNDATED,
      };
      const many = `${about.area} ${about.flow} ${when}`;
      const count = (counts.get(many) ?? 0) + 1;
      counts.set(many, count);
      if (count > MOST_TOLD) continue;
      const key = `${one.sentence}`;
      // In a text of one currency a growth is measured in it.
      const money = units.size === 1 ? { money: [...units][0] as string } : {};
      found.push(...saidOf(one, about, key, { growth: basis === "yoy", ...money }));
      // A growth of another basis, or of none, is compared with those of the same words alone.
      if (basis !== "yoy")
        found.push(
          ...saidOf(one, { ...about, area: `${about.area} (${basis})` }, key, { level: false, ...money }),
        );
    }
  }
  return found;
}

function isNamed({ subject }: Telling): boolean {
  const { flow, owner, prefix, partner, pronoun } = subject;
  return (
    !pronoun && flow !== undefined && flow !== "balance" && (owner !== "" || prefix !== "" || partner !== "")
  );
}

/** What the first paragraph tells where it is one line without a full stop. */
function headlineOf(text: string, [first, second]: readonly Telling[]): Telling | undefined {
  if (first === undefined || first.paragraph > 1 || second?.paragraph === 1) return undefined;
  const end = text.indexOf("\n", first.end);
  return end < 0 || STOP.test(text.slice(0, end)) ? undefined : first;
}

/** What ends a sentence, with what may close behind it. */
const STOP = /[.!?。！？]["'”’)]*(?:\s|$)/;

/** A headline takes the period of what its story tells of the same. */
function storyOf(headline: Telling, group: readonly Telling[]): Telling | undefined {
  const own = group.filter((one) => one !== headline && one.subject.flow === headline.subject.flow);
  return new Set(own.map(periodKey)).size === 1 ? own[0] : undefined;
}

/** What a growth is measured against; one that does not say it, in a headline, is that of its story. */
function basisOf({ growth }: Telling, group: readonly Telling[], headline: boolean): Basis {
  if (growth === undefined) return "yoy";
  if (growth.basis !== "unsaid" || !headline) return growth.basis;
  return group.some((one) => one.growth?.basis === "yoy") ? "yoy" : "unsaid";
}

/** Exports, imports, both together and their balance in one paragraph that speaks of nothing else. */
function paragraphsIn(tellings: readonly Telling[]): Unplaced[] {
  const found: Unplaced[] = [];
  for (const group of groupsOf(tellings, ({ paragraph }) => String(paragraph))) {
    const flows = group.filter(({ subject }) => subject.flow !== undefined);
    if (flows.length < 3) continue;
    found.push(...levelsOf(flows), ...growthsOf(flows));
  }
  return found;
}

const only = (list: readonly Telling[], flow: NamedFlow): Telling | undefined => {
  const own = list.filter(({ subject }) => subject.flow === flow);
  return own.length === 1 ? own[0] : undefined;
};

function levelsOf(all: readonly Telling[]): Unplaced[] {
  const flows = all.filter(({ level }) => level?.kind === "money" && level.to === undefined);
  const [exports, imports] = [only(flows, "exports"), only(flows, "imports")];
  if (exports === undefined || imports === undefined) return [];
  const wholes = (["trade", "balance"] as const).flatMap((flow): [Telling, Flow][] => {
    const whole = only(flows, flow);
    if (whole === undefined || !ofOneThing([exports, imports, whole])) return [];
    // What stands in one sentence is read there.
    if ([exports, imports].every(({ sentence }) => sentence === whole.sentence)) return [];
    const named: Flow | undefined = flow === "balance" ? balanceOf(exports, imports, whole) : "total";
    return named === undefined ? [] : [[whole, named]];
  });
  if (wholes.length === 0) return [];
  return saidTogether([[exports, "exports"], [imports, "imports"], ...wholes], { growth: false });
}

/**
 * A gap is told by its size, and so is the balance of one that the sides do not name, who may be the partner: the larger side
 * says which it is.
 */
function balanceOf(exports: Telling, imports: Telling, { subject }: Telling): Flow | undefined {
  const { balance, owner } = subject;
  const known = owner === "" || [exports, imports].some((one) => one.subject.owner === owner);
  if (balance !== "gap" && known) return balance;
  const [out, into] = [exports.level?.figure, imports.level?.figure];
  if (out === undefined || into === undefined) return undefined;
  return out.value.greaterThan(into.value) ? "surplus" : "deficit";
}

function growthsOf(all: readonly Telling[]): Unplaced[] {
  const grown = all.filter((one) => one.growth?.rate.kind === "percent" && sure(one));
  const three = (["exports", "imports", "trade"] as const).map((flow) => only(grown, flow));
  if (three.some((one) => one === undefined)) return [];
  const told = three as [Telling, Telling, Telling];
  const bases = new Set(told.map((one) => one.growth?.basis).filter((one) => one !== "unsaid"));
  if (!ofOneThing(told) || bases.size > 1) return [];
  const [exports, imports, total] = told;
  return saidTogether(
    [
      [exports, "exports"],
      [imports, "imports"],
      [total, "total"],
    ],
    { level: false, money: "" },
  );
}

function saidTogether(
  told: readonly (readonly [Telling, Flow])[],
  parts: { level?: boolean; growth?: boolean; money?: string },
): Unplaced[] {
  const dated = told.find(([{ period: of }]) => of?.period !== undefined)?.[0];
  const owner = told.map(([{ subject }]) => subject.owner).find((one) => one !== "") ?? "";
  const [{ paragraph, subject }] = told[0] as readonly [Telling, Flow];
  const key = `paragraph ${paragraph}${parts.level === false ? ", growth" : ""}`;
  const area = `${titled(owner, subject.prefix) || "the text"} (paragraph ${paragraph})`;
  return told.flatMap(([one, flow]) => {
    const about = { area, partner: titled(subject.partner), flow, period: dated?.period?.period ?? UNDATED };
    return saidOf(one, about, key, parts);
  });
}

/** Whether flows are of one area, partner and period: the owner and the period as far as they say. */
function ofOneThing([exports, imports, whole]: readonly Telling[]): boolean {
  if (exports === undefined || imports === undefined || whole === undefined) return false;
  const told = [exports, imports, whole];
  const [a, b, c] = told.map(({ subject }) => subject) as [
    Telling["subject"],
    Telling["subject"],
    Telling["subject"],
  ];
  const periods = new Set(told.filter((one) => one.period !== undefined).map(periodKey));
  const owners = new Set([a, b, c].map(({ owner }) => owner).filter((one) => one !== ""));
  return (
    told.every(sure) &&
    a.prefix === b.prefix &&
    a.partner === b.partner &&
    // "Goods exports", "exports to China" and "the trade deficit": the whole may be of all goods and services, or of all partners.
    c.prefix === a.prefix &&
    c.partner === a.partner &&
    owners.size <= 1 &&
    periods.size <= 1
  );
}

/** Levels that are called the highest or the lowest, with the earlier levels and the growth that bear on it. */
function recordsIn(tellings: readonly Telling[]): Unplaced[] {
  if (!tellings.some(({ record }) => record !== undefined)) return [];
  const levels = tellings.filter(
    ({ level, another, subject, period: of }) =>
      level !== undefined && !another && !subject.pronoun && of?.period !== undefined,
  );
  const found: Unplaced[] = [];
  for (const group of groupsOf(
    levels,
    ({ subject: { head, prefix, partner } }) => `${head}\u0000${prefix}\u0000${partner}`,
  )) {
    if (!group.some(({ record }) => record !== undefined)) continue;
    const owners = new Set(group.map(({ subject }) => subject.owner).filter((one) => one !== ""));
    const [sole = ""] = owners;
    for (const one of group.slice(0, MOST_LEVELS)) {
      const { subject, level, record, growth } = one;
      const unit = level && unitOf(level);
      const when = one.period?.period;
      if (level === undefined || unit === undefined || when === undefined) continue;
      if (owners.size > 1 && subject.owner === "") continue;
      const about: About = {
        area: [subject.owner || sole, subject.prefix, subject.head, subject.partner]
          .filter((one) => one !== "")
          .join(" "),
        partner: "",
        flow: "level",
        period: when,
      };
      const key = `record ${one.sentence}`;
      // Against a growth only a record since a day is held: what was a record before may be no more than told so.
      const grown =
        record?.since?.period !== undefined && growth?.basis === "yoy" && one.growth?.rate.kind === "percent";
      found.push(...saidOf(one, about, key, { growth: grown }));
      if (record !== undefined)
        found.push({
          id: `${key} of ${record.start}`,
          part: "record",
          telling: one,
          mention: level,
          about: countedIn(about, level),
          unit,
        });
    }
  }
  return found;
}

function groupsOf(all: readonly Telling[], key: (of: Telling) => string): Telling[][] {
  const groups = new Map<string, Telling[]>();
  for (const one of all) {
    const name = key(one);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

/** Words as a name: "china", "russia" as "China", "Russia". */
function titled(...words: readonly string[]): string {
  return words
    .filter((one) => one !== "")
    .join(" ")
    .replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase());
}
