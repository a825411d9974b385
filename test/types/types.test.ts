import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { figure } from "../../src/index.js";

// Inside the project, so that "trade-figures" is found as a notebook finds it.
const folder = resolve("test/types/.generated");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const COMPILERS = {
  "the current TypeScript": [
    "node_modules/typescript/bin/tsc",
    ["--module", "nodenext", "--moduleResolution", "nodenext"],
  ],
  "TypeScript 5.0, as in tslab": [
    "node_modules/@tslab/typescript-for-tslab/bin/tsc",
    ["--module", "commonjs", "--moduleResolution", "node"],
  ],
} as const;

function compile(compiler: keyof typeof COMPILERS, ...files: string[]): string {
  const [program, options] = COMPILERS[compiler];
  const common = [
    "--noEmit",
    "--strict",
    "--target",
    "es2022",
    "--lib",
    "es2022",
    "--types",
    "node",
    "--ignoreConfig",
  ];
  // Only the current compiler needs to be told to leave the project's tsconfig aside when it is given a file.
  const flags =
    compiler === "the current TypeScript" ? common : common.filter((flag) => flag !== "--ignoreConfig");
  const done = spawnSync(process.execPath, [program, ...flags, ...options, ...files], { encoding: "utf8" });
  return `${done.stdout}${done.stderr}`.trim();
}

const TEXTS = [
  "42.64bn yuan",
  "$5.83 billion",
  "82.3%",
  "US$1.2tn",
  "RMB 1.08 trillion",
  "¥4.2万亿",
  "HK$ 3,400 million",
  "€12.50",
  "nearly 800",
  "more than 40 percent",
  "0.5 percentage points",
  "25 basis points",
  "12 bps",
  "5.2 per cent",
  "A$5 billion",
  "C$5",
  "S$12.5m",
  "NT$3bn",
  "NZ$4",
  "R$9.1bn",
  "MX$77",
  "CN¥12",
  "JP¥500bn",
  "5 Hong Kong dollars",
  "5 Australian dollars",
  "5 Canadian dollars",
  "3 Singapore dollars",
  "7 New Zealand dollars",
  "9 Taiwan dollars",
  "12 U.S. dollars",
  "5bn euros",
  "£3.4m",
  "5 pounds sterling",
  "₽500bn",
  "5bn Russian rubles",
  "₹12",
  "INR 5",
  "500 yen",
  "₩77",
  "12 CHF",
  "USD 5.83bn",
  "HKD 5",
  "5亿美元",
  "3亿欧元",
  "8亿日元",
  "2亿港元",
  "6亿卢布",
  "241.94亿元",
  "人民币5亿",
  "￥42亿",
  "＄5",
  "12％",
  "1,234,567",
  "about 5 million",
  "at least 40%",
  "up to 3,000 yuan",
  "just over 5bn yuan",
  "renminbi 5bn",
  "GBP 3",
  "EUR 4",
  "JPY 900",
  "0.3个百分点",
  "5 percent points",
] as const;

test.each(Object.keys(COMPILERS) as (keyof typeof COMPILERS)[])(
  "mixed currencies do not compile, and the static unit of a literal text is that at run time, in %s",
  (compiler) => {
    mkdirSync(folder, { recursive: true });
    const lines = TEXTS.map(
      (text, i) =>
        `export const f${i}: Figure<${JSON.stringify(figure(text as string, {}).unit)}> = figure(${JSON.stringify(text)});`,
    );
    const file = join(folder, `units-${compiler.length}.ts`);
    writeFileSync(file, `import { type Figure, figure } from "trade-figures";\n${lines.join("\n")}\n`);
    expect(compile(compiler, "test/types/lines.ts", file)).toBe("");
  },
);

test.each(["src/web", "src/web/live"])("the programs of pages in %s compile for a browser", (folder) => {
  const done = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", folder], {
    encoding: "utf8",
  });
  expect(`${done.stdout}${done.stderr}`).toBe("");
});
