/** Public entry point: exact figures, rates, growth and claims. It runs in Node and in a browser. */

export { type Checked, type CheckStep, check, checking, type ReadingParts } from "./check/check.js";
export { CheckedClaim, type CheckKind } from "./check/checked-claim.js";
export type { Against } from "./check/judgement.js";
export type { CheckOptions } from "./check/options.js";
export { PublishedFigures, type PublishedOptions } from "./check/published/figures.js";
export type { Repair, RepairKind } from "./check/repair/repair.js";
export type { CheckSummary } from "./check/summary.js";
export { type Known, known, type Traced, trace } from "./check/trace.js";
export {
  FigureError,
  type FigureErrorCode,
  type FigureErrorDetails,
  type MissingRate,
} from "./errors.js";
export { Decimal, decimal } from "./exact/decimal.js";
export { type Answer, Interval } from "./exact/interval.js";
export { Ratio } from "./exact/ratio.js";
export {
  type PrintRounding,
  quantize,
  ROUNDING_MODES,
  type RoundingMode,
  roundedQuotient,
  roundingInterval,
} from "./exact/rounding.js";
export { add, share, subtract, times, total, wholeOf } from "./figure/arithmetic.js";
export { type CurrencyCode, currencies, isCurrencyCode, minorUnits } from "./figure/currency.js";
export { Figure } from "./figure/figure.js";
export { Money, type MoneyRate, money, parseMoney } from "./figure/money.js";
export type { Hedge, Note } from "./figure/note.js";
export {
  CalendarPeriod,
  dayNumber,
  dayText,
  type Period,
  period,
  type Step,
  weekday,
  yearBefore,
} from "./figure/period.js";
export type { PeriodOptions } from "./figure/period-checks.js";
export { Quantity, type Source, sourceLine, type Working } from "./figure/quantity.js";
export type { OneUnit, Unit, UnitOf } from "./figure/units.js";
export { type Comparison, compare, judged, printedLike, type Verdict } from "./figure/verdict.js";
export { type Contributions, contributions, type Part } from "./growth/contributions.js";
export { type ImpliedMonth, monthsFromCumulative } from "./growth/cumulative.js";
export {
  annualised,
  baseline,
  compoundGrowth,
  growth,
  level,
  movedBy,
  pointsBetween,
} from "./growth/growth.js";
export { type GrowthBridge, growthBridge, growthIn, type PeriodRates } from "./growth/in-currency.js";
export { indexed } from "./growth/indexed.js";
export type { RatesByPeriod } from "./growth/series/beside.js";
export { type RowOptions, type SeriesOptions, series, seriesOf } from "./growth/series/read.js";
export { Series } from "./growth/series/series.js";
export type { Entry, Every, Gap } from "./growth/series/timeline.js";
export type { Language } from "./language/language.js";
export type { RelationRule, RuleLanguage } from "./language/rule.js";
export type { StoryLanguage } from "./language/story.js";
export { type FigureOptions, figure } from "./notation/figure.js";
export { type Sayable, type SayLanguage, type SayOptions, sayFigure, sentence } from "./notation/say.js";
export { type AverageQuery, RateBook, type RateQuery } from "./rate/book.js";
export { convert, cross } from "./rate/convert.js";
export { customsFixingDay, customsRate } from "./rate/customs.js";
export { DATE_POLICIES, type DatePolicy } from "./rate/date-policy.js";
export type { RateEntry } from "./rate/entry.js";
export type { RateFamily } from "./rate/family.js";
export { impliedRate } from "./rate/implied.js";
export { RATE_KINDS, type RateKind } from "./rate/kind.js";
export type { NotTried } from "./rate/not-tried.js";
export { Rate, type RateOptions, rate } from "./rate/rate.js";
export { type Found, RateSeries } from "./rate/series.js";
export { type Candidate, type RateUsed, type RateUsedOptions, rateUsed } from "./rate/used.js";
export { aboutFact, type Fact, type Flow } from "./statement/fact.js";

export { type Level, Levels, levelWords, type Subject } from "./statement/model/level.js";
export type { Print, PrintPart } from "./statement/model/print.js";
export type { TradeRelation } from "./statement/model/relation.js";
export { parts, type WholeOptions } from "./statement/model/relations/parts.js";
export { type Tolerance, type UsualOptions, usualRelations } from "./statement/model/relations/usual.js";
export { atMost, equal, type Rule, type Times, within } from "./statement/model/rule.js";
export type { Clash } from "./statement/reconcile/conflict.js";
export type { SlipKind } from "./statement/reconcile/edits.js";
export type {
  AskedAmount,
  Known as KnownAmounts,
  KnownLevel,
  Narrowed,
} from "./statement/reconcile/known.js";
export type { Suspect } from "./statement/reconcile/problem.js";
export {
  type Problem,
  type Reconciled,
  type ReconcileOptions,
  Reconciliation,
  reconcile,
} from "./statement/reconcile/reconcile.js";
export type { Revision } from "./statement/reconcile/revisions.js";
export type { Correction, Corrections } from "./statement/reconcile/search.js";
export type { PrintInWords } from "./statement/reconcile/words.js";
export { checkRecord, type RecordCheck, type RecordOptions } from "./statement/record.js";
export type { Outcome, Result, Statement } from "./statement/statement.js";
export { read } from "./text/read.js";
export type {
  Basis,
  Change,
  ComparisonMention,
  Conversion,
  FigureMention,
  GrowthClaim,
  Mention,
  MentionKind,
  PeriodMention,
  Reading,
  ReadTextOptions,
  RecordMention,
  Repeat,
  Role,
  ShareClaim,
  Span,
  Sum,
  Telling,
  TellingSubject,
  TextTable,
  Together,
  Unread,
} from "./text/reading.js";
export {
  type Claim,
  figuresOf,
  type Relation,
  type RelationKind,
  relationsOf,
} from "./text/relations.js";
