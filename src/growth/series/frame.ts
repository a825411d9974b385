/** What is used of a danfo frame, and of what `toFrame` gives: its whole numbers stand for exact amounts. */
interface Frame {
  readonly columns: readonly string[];
  readonly values: readonly (readonly unknown[])[];
}

interface ScaledFrame {
  readonly frame: Frame;
  readonly scaled: Readonly<Record<string, number>>;
  amount(column: string, units: number): { toFixed(places: number): string };
}

type Row = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Row => typeof value === "object" && value !== null;

/** A frame of danfojs, whose own print shows its insides. */
function isPlainFrame(value: unknown): value is Frame {
  return (
    isObject(value) &&
    Array.isArray(value["columns"]) &&
    Array.isArray(value["values"]) &&
    typeof value["groupby"] === "function"
  );
}

const isScaled = (value: unknown): value is ScaledFrame =>
  isObject(value) && isPlainFrame(value["frame"]) && typeof value["amount"] === "function";

export const isFrame = (value: unknown): value is Frame | ScaledFrame =>
  isPlainFrame(value) || isScaled(value);

/** The rows of a frame; scaled whole numbers as the digits that they stand for. */
export function rowsOfFrame(of: Frame | ScaledFrame): Row[] {
  if (!isScaled(of)) return plainRows(of);
  const { frame, scaled, amount } = of;
  return plainRows(frame).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, cell]) => {
        const places = Object.hasOwn(scaled, column) ? scaled[column] : undefined;
        return [column, places === undefined ? cell : amount(column, cell as number).toFixed(places)];
      }),
    ),
  );
}

function plainRows({ columns, values }: Frame): Row[] {
  return values.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
}
