import { FigureError } from "../../errors.js";
import { Column } from "./column.js";
import { Keys } from "./keys.js";

/** What is used of @uwdata/flechette: hand the module in; it is an optional package. */
export interface Flechette {
  // biome-ignore lint/suspicious/noExplicitAny: its types differ between its versions.
  readonly [name: string]: any;
}

/** A column of amounts with its keys, as Apache Arrow (the format of Parquet, polars, pandas and DuckDB in memory). */
export interface ColumnTable<C extends string = string> {
  readonly value: Column<C>;
  readonly keys: readonly Keys[];
}

/**
 * The bytes of an Arrow file: amounts as decimal128 with their scale, keys as dictionaries. Digits go as integers, so that
 * amounts beyond 2^53 and negative ones arrive as they are.
 */
export function toArrow(arrow: Flechette, table: ColumnTable, name = "value"): Uint8Array {
  const { value, keys } = table;
  const units: (bigint | null)[] = [];
  for (let i = 0; i < value.length; i++) units.push(value.unitsAt(i));
  const columns: [string, unknown][] = keys.map((key) => [
    key.name,
    arrow["columnFromArray"](
      Array.from({ length: key.length }, (_, i) => key.at(i)),
      arrow["dictionary"](arrow["utf8"](), arrow["int32"]()),
    ),
  ]);
  columns.push([name, arrow["columnFromArray"](units, arrow["decimal"](38, value.scale, 128))]);
  return arrow["tableToIPC"](arrow["tableFromColumns"](columns), { format: "file" });
}

/**
 * A column of decimals or whole numbers of an Arrow table, with keys.
 * @throws FigureError "bad-data" for floating-point amounts, which have lost digits, and amounts beyond 2^63
 */
export function fromArrow<C extends string>(
  arrow: Flechette,
  bytes: Uint8Array,
  options: { readonly currency: C; readonly amount?: string; readonly keys?: readonly string[] },
): ColumnTable<C> {
  const name = options.amount ?? "value";
  // biome-ignore lint/suspicious/noExplicitAny: a table of flechette.
  let table: any;
  try {
    table = arrow["tableFromIPC"](bytes, { useDecimalInt: true, useBigInt: true });
  } catch (error) {
    throw new FigureError("bad-data", `these bytes are no whole Arrow table: ${(error as Error).message}`);
  }
  const column = (wanted: string) => {
    const found = table.getChild(wanted);
    if (found) return found;
    const names = table.schema.fields.map((field: { name: string }) => field.name);
    throw new FigureError("bad-option", `no column "${wanted}"; there are ${names.join(", ")}`);
  };
  const amounts = column(name);
  const { typeId, scale } = amounts.type as { typeId: number; scale?: number };
  const { Type } = arrow as unknown as { Type: Record<string, number> };
  if (typeId !== Type["Decimal"] && typeId !== Type["Int"]) {
    throw new FigureError(
      "bad-data",
      `column ${name} holds neither decimals nor whole numbers: its amounts may have lost digits already`,
    );
  }
  const units: (bigint | null)[] = [];
  for (let i = 0; i < table.numRows; i++) {
    const one: bigint | number | null = amounts.at(i);
    units.push(one === null || one === undefined ? null : BigInt(one));
  }
  return {
    value: Column.fromUnits(options.currency, typeId === Type["Decimal"] ? (scale ?? 0) : 0, units),
    keys: (options.keys ?? []).map((key) => {
      const texts = column(key);
      return Keys.of(
        key,
        Array.from({ length: table.numRows }, (_, i) => String(texts.at(i) ?? "")),
      );
    }),
  };
}
