import type { FigureErrorCode } from "../../errors.js";

/** What is asked of every document of a run; plain data, since it goes to other threads. */
export interface Settings {
  readonly mode: "read" | "check";
  readonly publishedOn?: string;
  /** A file of rates of one's own. */
  readonly rates?: string;
  /** A data folder, or files of statements: published figures that texts are compared with; and how much they may be revised. */
  readonly data?: readonly string[];
  readonly revision?: string;
  readonly locale?: string;
  readonly region?: string;
  /** The fields of a line of JSON that hold the text, the day and the name. */
  readonly field: string;
  readonly dateField?: string;
  readonly idField: string;
  readonly explain: boolean;
  readonly quiet: boolean;
  readonly unread: boolean;
  readonly colour: boolean;
  readonly wants: {
    readonly text: boolean;
    readonly json: boolean;
    readonly page: boolean;
    readonly report?: Report;
    /** Whether the proofs of what cannot be true are wanted. */
    readonly certificates?: boolean;
  };
  /** Whether only what does not agree is listed, a line a document: the run has many. */
  readonly brief: boolean;
  /** Whether the run has many documents: then a day that one gives of itself goes before that of --published-on. */
  readonly many?: boolean;
  /** The largest document, or line of an archive, in bytes. */
  readonly maxBytes: number;
  /** How long one document may take, in seconds. */
  readonly maxSeconds: number;
  /** The memory of a thread that reads documents, in MB. */
  readonly maxMemory: number;
}

/** The forms of other tools: annotations of GitHub Actions, SARIF 2.1.0, JUnit's XML. */
export type Report = "github" | "sarif" | "junit";

/** What one document is kept in. */
export type Kind = "text" | "html" | "csv" | "docx" | "pdf" | "eml" | "ipynb" | "xlsx";
/** Archives hold many documents. */
export type Format = Kind | "jsonl" | "zip" | "gz";

/** A stretch of work for one thread: a file, standard input, some lines of an archive; or what is not to be had. */
export type Task =
  | {
      readonly kind: "missing";
      readonly name: string;
      readonly code: FigureErrorCode;
      readonly message: string;
    }
  | { readonly kind: "file"; readonly path: string; readonly name: string; readonly format: Kind }
  | {
      readonly kind: "bytes";
      readonly bytes: Uint8Array;
      readonly name: string;
      readonly format: Kind;
      /** Of a piece of a long text the number of its first line. */
      readonly firstLine?: number;
    }
  | { readonly kind: "lines"; readonly name: string; readonly lines: readonly Line[] };

/** One line of an archive: its bytes, or why there are none. */
export interface Line {
  readonly number: number;
  readonly bytes?: Uint8Array;
  readonly failure?: string;
  /** The last line of a file that does not end in a line break: it may be cut off. */
  readonly cut?: true;
}

/** How often each verdict was found, and how much was read. */
export interface Counts {
  readonly mentions: number;
  readonly relations: number;
  readonly consistent: number;
  readonly inconsistent: number;
  readonly undecided: number;
  /** Computed, with nothing printed to compare it with. */
  readonly computed: number;
  /** Numbers in digits, how many of them lie in what was read, and why others do not. */
  readonly numbers: number;
  readonly read: number;
  /** Of the numbers that were read those of figures in no relation: nothing of them is checked. */
  readonly unrelated: number;
  readonly why: Readonly<Record<string, number>>;
  /** What of the documents is no text: pictures, attachments. */
  readonly leftOut: Readonly<Record<string, number>>;
}

/** What became of one document. */
export type Outcome =
  | {
      readonly ok: true;
      readonly name: string;
      readonly counts: Counts;
      readonly text: string;
      readonly json: string;
      readonly page: string;
      readonly report: string;
      /** Proofs as JSON, one a line. */
      readonly certificates: string;
    }
  | {
      readonly ok: false;
      readonly name: string;
      readonly code: FigureErrorCode;
      readonly message: string;
      readonly json: string;
    };
