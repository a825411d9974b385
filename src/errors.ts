/** What can go wrong, as a closed set: each code is one kind of mistake with its own way out. */
export type FigureErrorCode =
  | "unreadable" // the text is not a figure that we know how to read
  | "limit" // too long, too many digits, too large an exponent
  | "bad-option" // an option or argument that has no meaning here
  | "currency-mismatch"
  | "unit-mismatch"
  | "period-mismatch"
  | "interval-contains-zero"
  | "no-rate"
  | "bad-data" // a data file or a fetched document that is not what it says it is
  | "no-file"
  | "missing-package"; // an optional part that is not installed

/** Where it went wrong, as far as that is known. */
export interface FigureErrorDetails {
  /** The text that was read (shortened where it is long). */
  readonly text?: string;
  /** The index in `text` at which reading stopped, in JavaScript string units. */
  readonly at?: number;
  /** What would have been understood there. */
  readonly expected?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: string;
  readonly missingRate?: MissingRate;
}

/** The rate that a rate book lacks, and what it says of that, in the order of the message. */
export interface MissingRate {
  readonly pair: string;
  /** The kind of rate, where one kind alone was looked for. */
  readonly kind?: string;
  /** The day; or, of a mean, the period. */
  readonly on?: string;
  readonly over?: string;
  readonly clauses: readonly {
    /** What the book has, what the calendar or a currency says, the policies of dates, other kinds, what an update brings. */
    readonly about: "book" | "calendar" | "currency" | "policy" | "reach" | "kinds" | "update";
    readonly says: string;
  }[];
}

const brand = Symbol.for("trade-figures.FigureError");

/**
 * The one error class of the package. The message says what was asked, what was found and a way out.
 * Two builds of the package can meet in one program: test with `FigureError.is`, not `instanceof`.
 */
export class FigureError extends Error {
  override readonly name = "FigureError";
  readonly code: FigureErrorCode;
  readonly details: FigureErrorDetails;

  constructor(code: FigureErrorCode, message: string, details: FigureErrorDetails = {}) {
    super(message);
    this.code = code;
    this.details = details;
    Object.defineProperty(this, brand, { value: true });
  }

  static is(value: unknown): value is FigureError {
    return typeof value === "object" && value !== null && brand in value;
  }
}
