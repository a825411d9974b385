/** Cells that share names, wait, draw, show HTML that may not run, fail in types and at run time, and never end. */
export const CELLS = [
  `import { figure, impliedRate } from "trade-figures";
import { show } from "trade-figures/notebook";
let count = 1;
interface Pair<T> { a: T; b: T }
function both<T>(a: T): Pair<T> { return { a, b: a }; }
const yuan = figure("42.64bn yuan");
impliedRate(yuan, figure("$5.83bn"))`,
  `count += 1;
const pair: Pair<string> = both("x");
const later = await new Promise<number>((done) => setTimeout(() => done(41), 5));
console.log(count + later, pair.b);`,
  `await show({ data: [{ type: "bar", x: [1, 2], y: [1, 2] }], layout: { title: { text: "Two bars" } } }); // a chart`,
  `await show({ [Symbol.for("Jupyter.display")]: () => ({ "text/plain": "t", "text/html":
  "<b>bold</b><img alt='none' src='data:,' onerror='globalThis.ran = 1'><script>globalThis.ran = 2</script><a href='javascript:1'>x</a>" }) });`,
  `// the next line is wrong
const wrong: number = yuan;`,
  `function fails() {
  throw new RangeError("on purpose");
}
fails();`,
  "for (;;) count++;",
];

export function notebook(cells: readonly string[]): string {
  const code = cells.map((source) => ({ cell_type: "code", metadata: {}, outputs: [], source }));
  const words = { cell_type: "markdown", metadata: {}, source: "# A <b>live</b> notebook" };
  return JSON.stringify({ cells: [words, ...code], metadata: {}, nbformat: 4, nbformat_minor: 5 });
}
