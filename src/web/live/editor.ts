import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  closeBrackets,
  type Completion as Entry,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, linter, setDiagnostics } from "@codemirror/lint";
import { EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, hoverTooltip, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Completion, Hover, Problem } from "./protocol.js";

/** What an editor asks of the compiler, and tells the page. */
export interface EditorAsks {
  readonly label: string;
  readonly changed: () => void;
  readonly run: (goOn: boolean) => void;
  readonly problems: () => Promise<readonly Problem[]>;
  readonly complete: (at: number) => Promise<Completion | undefined>;
  readonly hover: (at: number) => Promise<Hover | undefined>;
}

// Colours of the page, which follow light and dark by themselves.
const COLOURS = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword], color: "var(--plum-ink)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--blue-ink)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--orange-ink)" },
  { tag: [tags.comment], color: "var(--quiet)", fontStyle: "italic" },
  { tag: [tags.typeName, tags.className], color: "var(--blue-ink)", fontWeight: "600" },
]);

const LINT_MS = 400;

export function editor(parent: HTMLElement, text: string, asks: EditorAsks): EditorView {
  const runKeys = [
    { key: "Shift-Enter", run: () => ran(asks, true) },
    { key: "Mod-Enter", run: () => ran(asks, false) },
    // Tab indents; Escape first lets it leave the cell, as the label of the page says.
    indentWithTab,
  ];
  const state = EditorState.create({
    doc: text,
    extensions: [
      lineNumbers(),
      history(),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      autocompletion({ override: [(context) => completed(context, asks)] }),
      syntaxHighlighting(COLOURS),
      javascript({ typescript: true }),
      linter(async () => (await asks.problems()).map(diagnostic), { delay: LINT_MS }),
      hoverTooltip((_, at) => hovered(at, asks)),
      Prec.high(keymap.of(runKeys)),
      keymap.of([...defaultKeymap, ...historyKeymap]),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": asks.label }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) asks.changed();
      }),
    ],
  });
  return new EditorView({ state, parent });
}

/** Shows what the compiler found, before the editor asks again by itself. */
export function tellProblems(view: EditorView, problems: readonly Problem[]): void {
  view.dispatch(setDiagnostics(view.state, problems.map(diagnostic)));
}

function ran(asks: EditorAsks, goOn: boolean): boolean {
  asks.run(goOn);
  return true;
}

const diagnostic = ({ from, to, says }: Problem): Diagnostic => ({
  from,
  to,
  severity: "error",
  message: says,
});

async function completed(context: CompletionContext, asks: EditorAsks): Promise<CompletionResult | null> {
  const before = context.matchBefore(/[\w$]+|\./);
  if (before === null && !context.explicit) return null;
  const found = await asks.complete(context.pos);
  if (found === undefined || found.choices.length === 0) return null;
  const options = found.choices.map(
    ({ label, kind, detail }): Entry => ({ label, type: KINDS[kind] ?? "variable", detail }),
  );
  return { from: found.from, options, validFor: /^[\w$]*$/ };
}

const KINDS: Readonly<Record<string, string>> = {
  method: "method",
  property: "property",
  getter: "property",
  function: "function",
  "local function": "function",
  class: "class",
  interface: "interface",
  type: "type",
  const: "constant",
  keyword: "keyword",
  string: "text",
};

async function hovered(at: number, asks: EditorAsks) {
  const found = await asks.hover(at);
  if (found === undefined) return null;
  const create = () => {
    const dom = document.createElement("div");
    dom.className = "hover";
    const code = document.createElement("code");
    code.textContent = found.says;
    const doc = document.createElement("p");
    doc.textContent = found.doc;
    dom.append(code, ...(found.doc === "" ? [] : [doc]));
    return { dom };
  };
  return { pos: found.from, end: found.to, above: true, create };
}
