import ts from "typescript-js";
import type { Block } from "./blocks.js";

/** An expression whose result the page gives behind it: `impliedRate(a, b).show(); // USD/CNY 7.3139, …` */
interface Told {
  /** Place of the result in the page. */
  readonly start: number;
  readonly end: number;
  readonly shown: string;
}

/** The TypeScript blocks of a page as one program. */
export interface Program {
  /** As a reader would type it. */
  readonly typed: string;
  /** The same as JavaScript, which tells each result and what each block printed. */
  readonly told: string;
  readonly results: readonly Told[];
}

const PRELUDE = `import { format as __format } from "node:util";
const __found = { results: [], printed: [] };
let __now = 0;
console.log = (...args) => { __found.printed[__now] = (__found.printed[__now] ?? "") + __format(...args) + "\\n"; };
const __tell = async (at, run) => {
  try { const value = await run(); __found.results[at] = Array.isArray(value) ? value.join(", ") : String(value); }
  catch (error) { __found.results[at] = "throws: " + error.message; }
};
`;
const CODA = `
process.stdout.write(JSON.stringify(__found));
`;

/** The blocks of a page in the order that they stand; each continues the one before. */
export function programOf(blocks: readonly Block[]): Program {
  const results: Told[] = [];
  const parts = blocks.map((block, at) => `__now = ${at};\n${instrumented(block, results)}`);
  const { outputText } = ts.transpileModule(PRELUDE + parts.join("\n") + CODA, {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      verbatimModuleSyntax: false,
    },
  });
  const typed = `${blocks.map(({ code }) => code).join("\n")}\nexport {};\n`;
  return { typed, told: outputText, results };
}

function instrumented({ code, start }: Block, results: Told[]): string {
  const file = ts.createSourceFile("block.ts", code, ts.ScriptTarget.ES2022, true);
  let done = "";
  let at = 0;
  for (const statement of file.statements) {
    if (!ts.isExpressionStatement(statement) || /^console\./.test(statement.expression.getText())) continue;
    const comment = /^ \/\/ (.*)/.exec(code.slice(statement.end));
    if (comment === null) continue;
    const shown = comment[1] ?? "";
    const from = start + statement.end + 4;
    done += `${code.slice(at, statement.getStart())}await __tell(${results.length}, () => (${statement.expression.getText()}));`;
    results.push({ start: from, end: from + shown.length, shown });
    at = statement.end;
  }
  return done + code.slice(at);
}
