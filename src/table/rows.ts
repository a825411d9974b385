/** The rows of data/, column by column, all as text: a test holds these to datapackage.json. */

/** Publications that the figures were read in. */
export interface SourceRow {
  /** Name of the row, used by every other table. */
  readonly id: string;
  /** Who published it, or whom the page attributes it to. */
  readonly publisher: string;
  /** Title of the page or series, where known. */
  readonly title: string;
  /** Address, where known. */
  readonly url: string;
  /** Day, month or year of publication, where known. */
  readonly published_on: string;
  /** Terms of use. */
  readonly licence: string;
  /** What a reader must know. */
  readonly note: string;
}

/** China with Russia and with the world, as published at the time. */
export interface TradeRow {
  /** ISO 3166 alpha-3 code. */
  readonly reporter: string;
  /** ISO 3166 alpha-3 code, or WLD for the world. */
  readonly partner: string;
  /** Exports leave the reporter (free on board), imports reach it (cost, insurance, freight), total is both. */
  readonly flow: string;
  /** 2023-09, 2023-01/2023-09 or 2023; both ends included. */
  readonly period: string;
  /** Digits as printed; empty where only the growth was printed. */
  readonly amount: string;
  /** Scale word of the amount. */
  readonly scale: string;
  /** ISO 4217 code of the amount, and of the growth. */
  readonly currency: string;
  /** Growth on the same period a year before, in percent, as printed, in the currency of the row. */
  readonly growth_percent: string;
  /** Number of publications read that carry the amount. */
  readonly outlets: string;
  /** Whether they agree after rounding. */
  readonly outlets_agree: string;
  /** Id of the row in sources.csv that the figure was read in. */
  readonly source: string;
  /** What a reader must know. */
  readonly note: string;
}

/** Provinces and cities of the north-east with Russia and with the world. */
export interface ProvinceRow {
  /** Province or city. */
  readonly area: string;
  /** RUS or WLD. */
  readonly partner: string;
  /** Exports leave the reporter (free on board), imports reach it (cost, insurance, freight), total is both. */
  readonly flow: string;
  /** 2023-09, 2023-01/2023-09 or 2023; both ends included. */
  readonly period: string;
  /** Digits as printed; empty where only the growth was printed. */
  readonly amount: string;
  /** Scale word of the amount. */
  readonly scale: string;
  /** ISO 4217 code of the amount, and of the growth. */
  readonly currency: string;
  /** Growth on the same period a year before, in percent, as printed, in the currency of the row. */
  readonly growth_percent: string;
  /** Share of the flow in the area's trade with the world, in percent, as printed. */
  readonly share_percent: string;
  /** Plain, or disputed or contradicted by another row. */
  readonly status: string;
  /** Id of the row in sources.csv that the figure was read in. */
  readonly source: string;
  /** What a reader must know. */
  readonly note: string;
}

/** Daily rates around the days on which conversions were printed. */
export interface RateRow {
  /** Day of the rate. */
  readonly on: string;
  /** ISO 4217 code; one unit of it is worth rate / per units of quote. */
  readonly base: string;
  /** ISO 4217 code. */
  readonly quote: string;
  /** Units of quote for `per` units of base, as printed. */
  readonly rate: string;
  /** Units of base that the rate is quoted for. */
  readonly per: string;
  /** Which rate. */
  readonly kind: string;
  /** Id of the row in sources.csv that the figure was read in. */
  readonly source: string;
}

/** Monthly averages by their publisher. */
export interface AverageRateRow {
  /** Month. */
  readonly on: string;
  /** ISO 4217 code; one unit of it is worth rate / per units of quote. */
  readonly base: string;
  /** ISO 4217 code. */
  readonly quote: string;
  /** Units of quote for `per` units of base, as printed. */
  readonly rate: string;
  /** Units of base that the rate is quoted for. */
  readonly per: string;
  /** Which rate. */
  readonly kind: string;
  /** Id of the row in sources.csv that the figure was read in. */
  readonly source: string;
}

/** The rate that customs apply in a month, selected by rule (derived). */
export interface CustomsRateRow {
  /** Month in which customs apply the rate. */
  readonly on: string;
  /** Day of the central parity that the rule selects. */
  readonly fixing_date: string;
  /** ISO 4217 code; one unit of it is worth rate / per units of quote. */
  readonly base: string;
  /** ISO 4217 code. */
  readonly quote: string;
  /** Units of quote for `per` units of base, as printed. */
  readonly rate: string;
  /** Units of base that the rate is quoted for. */
  readonly per: string;
  /** Which rate. */
  readonly kind: string;
  /** Third Wednesday of the month before, or the fourth where the third had no fixing. */
  readonly rule: string;
  /** Id of the row in sources.csv that the figure was read in. */
  readonly source: string;
}

/** Yuan amounts with the foreign amount printed beside them. */
export interface ConversionRow {
  /** Name of the row. */
  readonly id: string;
  /** Day of printing. */
  readonly printed_on: string;
  /** Who printed it. */
  readonly outlet: string;
  /** Digits as printed. */
  readonly amount: string;
  /** Scale word. */
  readonly scale: string;
  /** ISO 4217 code. */
  readonly currency: string;
  /** Digits as printed. */
  readonly foreign_amount: string;
  /** Scale word. */
  readonly foreign_scale: string;
  /** ISO 4217 code. */
  readonly foreign_currency: string;
  /** The rate that the text prints, if any. */
  readonly rate_stated: string;
  /** Id of the row in sources.csv that the figure was read in. */
  readonly source: string;
}

/** Places of the routes (WGS84). */
export interface PlaceRow {
  /** Name in English. */
  readonly name: string;
  /** ISO 3166 alpha-2 code. */
  readonly country: string;
  /** Number of the place in GeoNames. */
  readonly geonames_id: string;
  /** Degrees north. */
  readonly lat: string;
  /** Degrees east. */
  readonly lon: string;
  /** What it is on the map. */
  readonly role: string;
  /** Id of the row in sources.csv that the figure was read in. */
  readonly source: string;
}

/** Events of 2023 on the routes. */
export interface EventRow {
  /** 2023-09, 2023-01/2023-09 or 2023; both ends included. */
  readonly period: string;
  /** A name in places.csv, or another city. */
  readonly place: string;
  /** What happened, in our own words. */
  readonly what: string;
  /** Id of the row in sources.csv that the figure was read in. */
  readonly source: string;
}

/** The statements of the October 2023 report, how to recompute each, and the verdict on record. */
export interface ReportRow {
  /** Name of the statement. */
  readonly id: string;
  /** What the report says, in our own words. */
  readonly statement: string;
  /** The figure as printed; empty for a computation of ours. */
  readonly printed: string;
  /** How it is recomputed. */
  readonly method: string;
  /** What the method is given, with semicolons: figures, facts, rates. */
  readonly inputs: string;
  /** The verdict on record. */
  readonly verdict: string;
  /** What was found, on record. */
  readonly finding: string;
  /** Id of the row in sources.csv that the figure was read in. */
  readonly source: string;
}

export interface Tables {
  readonly sources: SourceRow;
  readonly trade: TradeRow;
  readonly provinces: ProvinceRow;
  readonly rates: RateRow;
  readonly average_rates: AverageRateRow;
  readonly customs_rates: CustomsRateRow;
  readonly conversions: ConversionRow;
  readonly places: PlaceRow;
  readonly events: EventRow;
  readonly "report-2023-10": ReportRow;
}
