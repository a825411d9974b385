import { Near } from "../../exact/decimal.js";
import { Interval } from "../../exact/interval.js";
import { Ratio } from "../../exact/ratio.js";
import { dayNumber } from "../../figure/period.js";
import { Quantity } from "../../figure/quantity.js";
import { TRADE_LANGUAGES, type TradeLanguage } from "../../language/trade-languages.js";
import { isBalance } from "../../statement/fact.js";
import { levelWords, type Subject, yearEarlier } from "../../statement/model/level.js";
import { type Print, quantityOf, subjectOf } from "../../statement/model/print.js";
import type { KnownLevel } from "../../statement/reconcile/known.js";
import { intervalText, listed, printInWords } from "../../statement/reconcile/words.js";
import type { Reading, Span, Telling, Together } from "../../text/reading.js";
import type { Case } from "../case.js";
import type { CheckedClaim } from "../checked-claim.js";
import { capital, computedOnly, type Judgement, softened } from "../judgement.js";
import { altered } from "../operand.js";
import type { CheckOptions } from "../options.js";
import { type About, printOf, type Said, unitOf } from "../together/said.js";
import type { View } from "../view.js";
import type { PublishedFigures } from "./figures.js";
import { tradeKey } from "./key.js";

/** The figures of a text that are about a trade of which figures are published, each against those. */
export function publishedCases(reading: Reading, { published }: CheckOptions): Case[] {
  if (published === undefined) return [];
  const words = TRADE_LANGUAGES.get(reading.language ?? "en");
  if (words === undefined) return [];
  return reading.tellings.flatMap((telling) => {
    const key = keyed(telling, published, words);
    if (typeof key === "string") return [];
    return saidOf(telling, key).map(
      (said): Case => ({
        kind: "published",
        claim: claimOf(said),
        figures: [said.mention],
        judge: (view) => judged(said, published, view),
        turns: turnsOf(reading, said),
      }),
    );
  });
}

/** A figure of a trade that was not compared with what is published, with the reason. */
export interface NotCompared extends Span {
  readonly why: string;
}

/** @param claims what the check of the reading made of it, with the same published figures */
export function notCompared(
  reading: Reading,
  published: PublishedFigures,
  claims: readonly CheckedClaim[],
): NotCompared[] {
  const words = TRADE_LANGUAGES.get(reading.language ?? "en");
  if (words === undefined) return [];
  const compared = new Set(
    claims.flatMap(({ kind, claim }) => (kind === "published" ? (claim as Together).told : [])),
  );
  return reading.tellings.flatMap((telling) => {
    if (telling.subject.flow === undefined) return [];
    const { text, start, end } = telling;
    const key = keyed(telling, published, words);
    if (typeof key === "string") return [{ text, start, end, why: key }];
    return saidOf(telling, key).some(({ mention }) => compared.has(mention))
      ? []
      : [{ text, start, end, why: `${published.name} has no figure that bears on it` }];
  });
}

function keyed(telling: Telling, published: PublishedFigures, words: TradeLanguage): About | string {
  const { subject, another, earlier, cited, period } = telling;
  if (subject.flow === undefined) return "it is not about exports, imports or trade";
  const key = tradeKey(subject, words, published.places);
  if (typeof key === "string") return key;
  const own = published.reported(key);
  if (own === undefined)
    return `${published.name} has no figures that ${key.area} reports of its trade with ${key.partner}`;
  if (another) return "its sentence says that it may be another figure: an estimate, other terms, prices";
  const named = cited ?? telling.sources;
  if (
    named !== undefined &&
    (!named.some((one) => words.trade.customs.has(one)) ||
      citesOther(telling.sources ?? named, subject.words, own.area, published))
  )
    return "its sentence names a source other than the customs of the reporter";
  if (period === undefined || earlier) return "its period is not said";
  if (!telling.plain)
    return "its sentence has words about it that are not understood: it may be a part, or another count";
  if (period.period === undefined || words.trade.since.has(period.text.split(/\s/)[0]?.toLowerCase() ?? ""))
    return `the period “${period.text}” is not a period with a beginning and an end`;
  return { area: own.area, partner: own.partner, flow: own.flow, period: period.period };
}

/** "According to Russian customs": another place than the one that reports may count otherwise. */
function citesOther(
  cited: readonly string[],
  own: readonly string[],
  area: string,
  { places }: PublishedFigures,
): boolean {
  // What the subject names is the partner, wherever else it stands it may be the source.
  const left = [...own];
  const words = cited.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return words.some((_, i) =>
    [1, 2, 3].some((length) => {
      const code = places.get(words.slice(i, i + length).join(" "));
      return code !== undefined && code !== area;
    }),
  );
}

function saidOf(telling: Telling, about: About): Said[] {
  const { level, growth, record, terms } = telling;
  const unit = level && level.kind === "money" ? unitOf(level) : undefined;
  const found: Said[] = [];
  const place = "the text";
  if (level !== undefined && unit !== undefined && level.to === undefined) {
    found.push({
      id: `the text's ${level.start}`,
      part: "amount",
      telling,
      mention: level,
      about,
      unit,
      place,
    });
    if (record !== undefined)
      found.push({
        id: `the text's record ${record.start}`,
        part: "record",
        telling,
        mention: level,
        about,
        unit,
        place,
      });
  }
  // A growth of another basis is over another stretch of time.
  const basis = growth?.basis === "yoy" || growth?.basis === "unsaid";
  if (growth?.rate.kind === "percent" && basis)
    found.push({
      id: `the text's growth ${growth.rate.start}`,
      part: "growth",
      telling,
      mention: growth.rate,
      about,
      unit: terms ?? unit ?? "",
      place,
    });
  return found;
}

function claimOf({ mention, telling, part }: Said): Together {
  const { record } = telling;
  const span = part === "record" && record !== undefined ? record : mention;
  return {
    rule: "published-figure",
    text: span.text,
    start: span.start,
    end: span.end,
    told: [mention],
  };
}

function turnsOf({ text }: Reading, { part, telling }: Said): Case["turns"] {
  const claim = telling.growth;
  return part === "growth" && claim !== undefined
    ? { text, claim, sign: claim.sign, figure: claim.rate }
    : {};
}

function judged(said: Said, published: PublishedFigures, view: View): Judgement | undefined {
  if (said.part === "amount") return judgedAmount(said, published, view);
  if (said.part === "record") return judgedRecord(said, published, view);
  return judgedGrowth(said, published, view);
}

/** An amount against what the published figures leave for it. */
function judgedAmount(said: Said, published: PublishedFigures, view: View): Judgement | undefined {
  const print = printOf(said, view);
  const subject = subjectOf(print.fact);
  const same = published.same(subject, "amount");
  const amount = print.fact.amount as Quantity;
  const agreeing = agreeingIn(same, amount.interval, ({ fact }) => fact.amount?.interval);
  const left = published.leftFor(print);
  const interval = left?.interval;
  if (agreeing !== undefined) return agrees(said, agreeing, amount, left);
  if (left === undefined || interval === undefined || (!interval.high.isFinite && interval.low.sign <= 0))
    return undefined;
  const because = uniquePrints([...same, ...left.lowerBy, ...left.upperBy]);
  const own = `the text's “${said.mention.text}”`;
  const lead = same.length > 0 ? publishedAs(same[0] as Print) : leaves(subject, left, published);
  if (interval.intersect(amount.interval) !== undefined) {
    // A wide range holds many figures: that one of them is told says little.
    if (!isNarrow(interval))
      return computedOnly(
        midOf(subject, interval, amount),
        () => `${lead}.`,
        () => `${lead}.`,
      );
    return verdict("consistent", said, amount, interval, `${lead}; ${own} agrees.`, because);
  }
  const gap = distanceOf(amount.interval, interval);
  const allowed = percent(published.revision);
  const revised = revisedOf(print, amount, published);
  if (revised === undefined || revised.intersect(interval) !== undefined)
    return verdict(
      "undecided",
      said,
      amount,
      interval,
      `${lead}; ${own} is ${gap}, which a revision of up to ${allowed} may explain.`,
      because,
    );
  return {
    ...verdict(
      "inconsistent",
      said,
      amount,
      interval,
      `${lead}; ${own} is ${gap}, more than a revision of ${allowed} explains.`,
      because,
    ),
    proof: () => published.clash([print], because)?.certificate,
  };
}

/** Where a figure may lie after revisions; a balance moves with its two sides, which are many times as large. */
function revisedOf(print: Print, { interval }: Quantity, published: PublishedFigures): Interval | undefined {
  if (!isBalance(print.fact.flow)) return widened(interval, published.revision);
  const sides = published.leftFor({
    ...print,
    id: `${print.id} sides`,
    fact: { ...print.fact, flow: "total" },
  });
  if (sides?.interval === undefined || !sides.interval.high.isFinite) return undefined;
  const by = sides.interval.high.mul(published.revision);
  return new Interval(interval.low.sub(by), interval.high.add(by), interval.lowerOpen, interval.upperOpen);
}

/** A printed figure that agrees; "more than 29.7bn" agrees with much, and counts where nothing closer is printed. */
function agreeingIn(
  same: readonly Print[],
  own: Interval,
  interval: (of: Print) => Interval | undefined,
): Print | undefined {
  const close = same.filter((one) => interval(one)?.isFinite);
  return (close.length > 0 ? close : same).find((one) => interval(one)?.intersect(own) !== undefined);
}

/** Known within a tenth: what a figure agrees with. */
function isNarrow({ low, high }: Interval): boolean {
  return low.sign > 0 && high.isFinite && high.compare(low.mul(Ratio.of(11n, 10n))) <= 0;
}

function agrees(said: Said, with_: Print, amount: Quantity, left: KnownLevel | undefined): Judgement {
  const interval = with_.fact.amount?.interval as Interval;
  const says = `${publishedAs(with_)}; the text's “${said.mention.text}” agrees`;
  const doubted = left?.interval?.intersect(amount.interval) === undefined;
  const found = verdict("consistent", said, amount, interval, `${says}.`, [with_]);
  return doubted ? softened(found, "but other published figures contradict that one") : found;
}

function judgedGrowth(said: Said, published: PublishedFigures, view: View): Judgement | undefined {
  const units = said.unit === "" ? ["USD", "CNY"] : [said.unit];
  const found = units.map((unit) => growthIn({ ...said, unit }, published, view));
  const known = found.filter((one) => one !== undefined);
  const [first] = known;
  if (first === undefined) return undefined;
  const good = known.find(({ verdict: of }) => of === "consistent");
  if (good !== undefined) return good;
  const open = known.find(({ verdict: of }) => of === "undecided");
  if (open !== undefined || first.verdict !== "inconsistent") return open ?? first;
  const basis = said.telling.growth?.basis;
  const about = said.about.period;
  // Of a month or a quarter a growth may be over the one before; of a longer period it is over the year before.
  const short = basis === "unsaid" && dayNumber(about.end) - dayNumber(about.start) < 120;
  const why =
    said.unit === "" && known.length < units.length
      ? "the currency that it is measured in"
      : short
        ? "what it is compared with"
        : undefined;
  if (why === undefined) return first;
  const unit = units[found.indexOf(first)] as string;
  return growthIn({ ...said, unit }, published, view, `the text does not say ${why}`);
}

/** @param open why a difference decides nothing */
function growthIn(said: Said, published: PublishedFigures, view: View, open?: string): Judgement | undefined {
  const print = printOf(said, view);
  const { growth } = print.fact;
  if (growth === undefined) return undefined;
  const subject = subjectOf(print.fact, "growth");
  const same = published.same(subject, "growth");
  const own = `the text's ${sentenceGrowth(print)}`;
  const agreeing = agreeingIn(same, growth.interval, ({ fact }) => fact.growth?.interval);
  const levels = [subject, { ...subject, ...yearEarlier(subject) }].map((of) => published.same(of, "amount"));
  if (same.length === 0 && levels.some((of) => of.length === 0)) return undefined;
  const because = same.length > 0 ? same : uniquePrints(levels.flat());
  const lead =
    same.length > 0 ? publishedAs(same[0] as Print) : `Published are ${listed(because.map(cited))}`;
  const interval = same[0]?.fact.growth?.interval ?? growth.interval;
  const around = published.aroundGrowth(subject);
  const holds = published.holds([print], around.prints);
  if (agreeing !== undefined || holds === true) {
    const told = agreeing === undefined ? lead : publishedAs(agreeing);
    const found = verdict("consistent", said, growth, interval, `${told}; ${own} agrees.`, because);
    return agreeing !== undefined && holds === false
      ? softened(found, "but other published figures contradict that one")
      : found;
  }
  const allowed = percent(published.revision);
  const wide: Print = {
    ...print,
    fact: { ...print.fact, growth: widenedGrowth(growth, published.revision) },
  };
  const still = holds === undefined ? undefined : published.holds([wide], around.prints);
  if (still !== false || open !== undefined) {
    const says =
      still === undefined
        ? "whether it fits took too much work to find out"
        : `${own} differs, but ${still ? `revisions of up to ${allowed} may explain it` : open}`;
    return verdict("undecided", said, growth, interval, `${lead}; ${says}.`, because);
  }
  return {
    ...verdict(
      "inconsistent",
      said,
      growth,
      interval,
      `${lead}; ${own} differs by more than a revision of ${allowed} explains.`,
      because,
    ),
    proof: () => published.clash([print], around.prints)?.certificate,
  };
}

const sentenceGrowth = ({ fact }: Print): string => `growth of ${fact.growth?.shown().value ?? ""}`;

/** A record against the periods as long as its own that are published, or follow from what is. */
function judgedRecord(said: Said, published: PublishedFigures, view: View): Judgement | undefined {
  const level = printOf({ ...said, part: "amount" }, view);
  const print = printOf(said, view);
  const own = level.fact.amount as Quantity;
  const earlier = published.earlier({ ...level.fact, ...print.fact, amount: own });
  if (earlier === undefined) return undefined;
  const found = earlier.check(own);
  const { highest, by } = found;
  const extreme: Print = { id: highest.where ?? "the highest", part: "amount", fact: highest };
  const interval = highest.amount?.interval as Interval;
  const words = `“${said.mention.text}”`;
  const beside = (of: Judgement["verdict"], says: string) =>
    verdict(
      of,
      said,
      own,
      interval,
      `Published: ${by.length === 1 ? cited(extreme) : derived(extreme, by)}, among ${found.compared} periods${says}.`,
      by,
    );
  if (found.verdict === "consistent") return beside("consistent", `; the text's ${words} is beyond them all`);
  if (found.verdict === "undecided")
    return beside("undecided", `; the text's ${words} may be beyond them all`);
  const amount = new Quantity({
    unit: own.unit,
    value: own.exact,
    interval: widened(own.interval, published.revision),
  });
  if (earlier.check(amount).verdict !== "inconsistent") {
    const why = `a revision of up to ${percent(published.revision)} may explain that`;
    return beside("undecided", `; the text's ${words} is not beyond it, but ${why}`);
  }
  return {
    ...beside("inconsistent", `; the text's ${words} is not beyond it`),
    proof: () => published.clash([print, level], by)?.certificate,
  };
}

/** A verdict on a figure of the text beside an interval of published ones. */
function verdict(
  of: Judgement["verdict"],
  said: Said,
  own: Quantity,
  interval: Interval,
  says: string,
  because: readonly Print[],
): Judgement {
  const middle = interval.isFinite ? interval.middle : own.exact;
  const size = own.exact.abs();
  const offset = size.sign === 0 ? new Near(0) : new Near(own.exact.sub(middle).abs().div(size).toDecimal());
  return {
    verdict: of,
    margin: undefined,
    against: "published",
    offset,
    computed: new Quantity({
      unit: own.unit,
      value: middle,
      interval,
      scale: own.scale,
      label: "as published",
    }),
    printed: own,
    distance: () => "",
    says: () => says,
    working: () =>
      because
        .map((print) => {
          const { figure, about } = printInWords(print);
          return `${figure} for ${about}: ${placeOf(print)}`;
        })
        .join("\n") || said.mention.text,
  };
}

const uniquePrints = (of: readonly Print[]): Print[] => [...new Set(of)];

/** "USD 111.06bn is published for exports of CHN to RUS, 2023 (trade.csv line 57; GACC, …)". */
const publishedAs = (print: Print): string => {
  const { figure, about } = printInWords(print);
  return `${figure} is published for ${about} (${placeOf(print)})`;
};

const cited = (print: Print): string => {
  const { figure, about } = printInWords(print);
  return `${figure} for ${about} (${placeOf(print)})`;
};

/** A figure that follows from others. */
const derived = (print: Print, by: readonly Print[]): string =>
  `${printInWords(print).figure} for ${printInWords(print).about}, from ${listed(by.map(cited))}`;

/** The row and who printed it; the address stands in the table of sources. */
function placeOf(print: Print): string {
  const { where } = printInWords(print);
  const source = quantityOf(print.fact, print.part)?.source ?? print.fact.amount?.source;
  if (source === undefined) return where;
  return `${where}; ${source.publisher}${source.date === undefined ? "" : `, ${source.date}`}`;
}

function leaves(
  subject: Subject,
  { interval, lowerBy, upperBy }: KnownLevel,
  published: PublishedFigures,
): string {
  const by = uniquePrints([...lowerBy, ...upperBy])
    .slice(0, 4)
    .map(cited);
  const why = by.length === 0 ? "" : `, by ${listed(by)}`;
  return `${capital(published.name)} leave ${rangeWords(interval as Interval, subject.currency)} for ${levelWords(subject)}${why}`;
}

/** "between USD 128.317bn and 129.793bn", or "at least USD 5bn". */
function rangeWords(of: Interval, currency: string): string {
  const text = intervalText(of);
  const [low = "", high] = text.slice(1, -1).split(", ");
  return high === undefined
    ? text.replace(/(?=\d)/, `${currency} `)
    : `between ${currency} ${low} and ${high}`;
}

function midOf(subject: Subject, interval: Interval, like: Quantity): Quantity {
  const value = interval.isFinite ? interval.middle : interval.low;
  return new Quantity({ unit: subject.currency, value, interval, scale: like.scale, label: "as published" });
}

/** What an amount may have been before a revision of up to so much. */
function widened({ low, high, lowerOpen, upperOpen }: Interval, by: Ratio): Interval {
  return new Interval(low.div(Ratio.ONE.add(by)), high.div(Ratio.ONE.sub(by)), lowerOpen, upperOpen);
}

function widenedGrowth(of: Quantity<"percent">, by: Ratio): Quantity<"percent"> {
  const one = Interval.point(Ratio.ONE);
  return altered(of, { interval: widened(of.interval.plus(one), by).minus(one) }) as Quantity<"percent">;
}

const percent = (of: Ratio): string =>
  `${of.shift(2).toFixed(Math.min(of.shift(2).decimalPlaces() ?? 2, 2), "halfEven")}%`;

/** How far one interval lies from another, as a share of the nearer end. */
function distanceOf(own: Interval, other: Interval): string {
  const above = own.low.compare(other.high) >= 0;
  const [gap, end] = above ? [own.low.sub(other.high), other.high] : [other.low.sub(own.high), other.low];
  const where = above ? "above it" : "below it";
  if (end.sign <= 0 || !end.isFinite) return `far ${where}`;
  return `${gap
    .div(end)
    .shift(2)
    .toFixed(gap.div(end).compare(Ratio.of(1n, 1000n)) < 0 ? 3 : 1, "floor")}% ${where}`;
}
