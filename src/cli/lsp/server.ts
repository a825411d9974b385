import { createWriteStream } from "node:fs";
import {
  type CodeAction,
  CodeActionKind,
  createConnection,
  type Diagnostic,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { packageVersion } from "../../data/file/version.js";
import { FigureError } from "../../errors.js";
import { markdownDay } from "../../text/markdown.js";
import type { Span } from "../../text/reading.js";
import { type Analyse, type Analysis, analyser } from "../text/analyse.js";
import { within } from "../text/deadline.js";
import { DEFAULTS } from "../text/defaults.js";
import { csvContent } from "../text/input/kinds/csv.js";
import { hoverAt, type Mark, marksOf, type Range } from "./findings.js";
import { type LspFlags, withOptions } from "./flags.js";

const WAIT_MS = 250;
const MOST_CHARACTERS = 1_000_000;
const MOST_SECONDS = 10;
/** Texts whose lines are not what is read of them. */
const MARKED_UP = new Set(["html", "xml", "json", "jsonc"]);

interface State {
  readonly version: number;
  readonly analysis: Analysis;
  readonly marks: readonly Mark[];
}

/** Serves one editor over standard input and output, until it says that it is done. */
export async function serve(given: LspFlags): Promise<void> {
  let flags = given;
  let analyse = await analyserOf(flags);
  // Its lines end in carriage returns, which the door of output would show as codes.
  const connection = createConnection(process.stdin, createWriteStream("", { fd: 1 }));
  const documents = new TextDocuments(TextDocument);
  const states = new Map<string, State>();
  const waiting = new Map<string, NodeJS.Timeout>();

  const stateOf = (document: TextDocument): State | undefined => {
    const known = states.get(document.uri);
    if (known?.version === document.version) return known;
    const analysis = analysed(document, analyse, flags, (why) =>
      connection.console.warn(`${document.uri}: ${why}`),
    );
    if (analysis === undefined) return undefined;
    const range = ({ start, end }: Span): Range => ({
      start: document.positionAt(start),
      end: document.positionAt(end),
    });
    const made = {
      version: document.version,
      analysis,
      marks: marksOf(analysis, range, flags.undecided === true),
    };
    states.set(document.uri, made);
    return made;
  };
  const publish = (document: TextDocument) => {
    const diagnostics = (stateOf(document)?.marks ?? []).map(diagnosticOf);
    void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
  };

  /** Options that are wrong are said, once the editor listens, and those of the command stay. */
  let problem = "";
  connection.onInitialize(async ({ initializationOptions }) => {
    try {
      const told = withOptions(given, initializationOptions);
      if (told !== given) [flags, analyse] = [told, await analyserOf(told)];
    } catch (error) {
      problem = FigureError.is(error) ? error.message : String(error);
    }
    return {
      serverInfo: { name: "trade-figures", version: packageVersion() },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
      },
    };
  });
  connection.onInitialized(() => {
    if (problem !== "") connection.window.showErrorMessage(`trade-figures: ${problem}`);
  });
  documents.onDidChangeContent(({ document }) => {
    clearTimeout(waiting.get(document.uri));
    const timer = setTimeout(() => publish(document), states.has(document.uri) ? WAIT_MS : 0);
    waiting.set(document.uri, timer);
  });
  documents.onDidClose(({ document }) => {
    clearTimeout(waiting.get(document.uri));
    waiting.delete(document.uri);
    states.delete(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  connection.onHover(({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    const state = document && stateOf(document);
    if (document === undefined || state === undefined) return null;
    const found = hoverAt(state.analysis, document.offsetAt(position));
    if (found === undefined) return null;
    const range = { start: document.positionAt(found.span.start), end: document.positionAt(found.span.end) };
    return { contents: { kind: "plaintext", value: found.text }, range };
  });
  connection.onCodeAction(({ textDocument, range }) => {
    const document = documents.get(textDocument.uri);
    const state = document && stateOf(document);
    if (document === undefined || state === undefined) return [];
    return state.marks.filter((mark) => meet(mark.range, range)).flatMap((mark) => actionsOf(mark, document));
  });
  documents.listen(connection);
  connection.listen();
}

/** @throws FigureError for an option that has no meaning, or for data that are missing */
function analyserOf({ undecided: _, ...asked }: LspFlags): Promise<Analyse> {
  if (asked.revision !== undefined && asked.data === undefined)
    throw new FigureError(
      "bad-option",
      "revision is how much published figures may have been revised: name them with data",
    );
  return analyser({
    ...DEFAULTS,
    maxBytes: MOST_CHARACTERS * 4,
    maxSeconds: MOST_SECONDS,
    maxMemory: 0,
    ...asked,
  });
}

function analysed(
  document: TextDocument,
  analyse: Analyse,
  flags: LspFlags,
  warn: (why: string) => void,
): Analysis | undefined {
  if (MARKED_UP.has(document.languageId)) return undefined;
  const text = document.getText();
  if (text.length > MOST_CHARACTERS) {
    warn(`${text.length} characters: at most ${MOST_CHARACTERS} are checked as they are written`);
    return undefined;
  }
  try {
    const day = flags.publishedOn ?? markdownDay(text);
    const isTable = document.languageId === "csv" || document.languageId === "tsv";
    const tables = isTable ? csvContent(text).tables : undefined;
    return within(MOST_SECONDS, MOST_SECONDS, () => {
      const made = analyse({
        name: document.uri,
        text,
        ...(day === undefined ? {} : { publishedOn: day }),
        ...(tables === undefined ? {} : { tables }),
      });
      // Repairs are searched for when they are asked for; here they belong to what may take so long.
      for (const one of made.findings) void one.repairs?.length;
      return made;
    });
  } catch (error) {
    warn(FigureError.is(error) ? error.message : `it could not be read: ${String(error)}`);
    return undefined;
  }
}

function diagnosticOf({ range, severity, source, code, message }: Mark): Diagnostic {
  return { range, severity, source, code, message };
}

function actionsOf(mark: Mark, { uri, version }: TextDocument): CodeAction[] {
  return mark.fixes.map(({ title, range, text, preferred }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(mark)],
    isPreferred: preferred,
    edit: { documentChanges: [{ textDocument: { uri, version }, edits: [{ range, newText: text }] }] },
  }));
}

function meet(a: Range, b: Range): boolean {
  const before = (x: Range["start"], y: Range["start"]) =>
    x.line < y.line || (x.line === y.line && x.character < y.character);
  return !before(a.end, b.start) && !before(b.end, a.start);
}
