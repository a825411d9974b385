/**
 * The test files that need no Jupyter, no browser, no server and no process of their own, without the laws that try
 * thousands of cases: all but these.
 */
export const NOT_SHORT = [
  "test/{long,notebook,package,types,cli,web,report}/**/*.test.ts",
  "test/data/{cache,contradictions,data,package}.test.ts",
  "test/data/sql/**/*.test.ts",
  "test/rate/browser.test.ts",
  "test/statement/{errors,solver,hidden-truth}.test.ts",
  "test/**/*laws.test.ts",
  "test/check/check-read.test.ts",
  "test/text/{hostile,tables}.test.ts",
  "test/{readme,trace,guides,compare}.test.ts",
  "test/score/corpus.test.ts",
];
