/** The columns of the package's own tables; a test holds them against data/datapackage.json. */
export const COLUMNS = {
  sources: ["id", "publisher", "title", "url", "published_on", "licence", "note"],
  trade: [
    "reporter",
    "partner",
    "flow",
    "period",
    "hedge",
    "amount",
    "scale",
    "currency",
    "growth_percent",
    "outlets",
    "outlets_agree",
    "source",
    "note",
  ],
  provinces: [
    "area",
    "partner",
    "period",
    "flow",
    "hedge",
    "amount",
    "scale",
    "currency",
    "growth_percent",
    "share_percent",
    "source",
    "status",
    "note",
  ],
  contradictions: ["area", "partner", "flow", "period", "currency", "part", "reason"],
  rates: ["date", "base", "quote", "rate", "per", "kind", "source"],
  average_rates: ["month", "base", "quote", "rate", "per", "kind", "source"],
  customs_rates: ["month", "fixing_date", "base", "quote", "rate", "per", "kind", "rule", "source"],
  conversions: [
    "id",
    "printed_on",
    "outlet",
    "period",
    "amount",
    "scale",
    "currency",
    "foreign_hedge",
    "foreign_amount",
    "foreign_scale",
    "foreign_currency",
    "rate_stated",
    "source",
    "note",
  ],
  places: ["name", "country", "geonames_id", "lat", "lon", "role", "source"],
  events: ["id", "period", "place", "event", "source", "note"],
} as const;

export type TableName = keyof typeof COLUMNS;

/** A row of one of the package's own tables: every cell is the text as printed, an empty cell is "". */
export type RowOf<T extends TableName> = Readonly<Record<(typeof COLUMNS)[T][number], string>>;

export interface SourceRow extends RowOf<"sources"> {}
export interface TradeRow extends RowOf<"trade"> {}
export interface ProvinceRow extends RowOf<"provinces"> {}
export interface ContradictionRow extends RowOf<"contradictions"> {}
export interface RateRow extends RowOf<"rates"> {}
export interface AverageRateRow extends RowOf<"average_rates"> {}
export interface CustomsRateRow extends RowOf<"customs_rates"> {}
export interface ConversionRow extends RowOf<"conversions"> {}
export interface PlaceRow extends RowOf<"places"> {}
export interface EventRow extends RowOf<"events"> {}
