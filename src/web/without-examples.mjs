// A rule of a language carries sentences that show what it reads and what not: for tests and readers of the source. Pages
// go without them.
const STRING = "\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|`(?:[^`\\\\$]|\\\\.)*`";
const EXAMPLES = new RegExp(`\\b(says|not): \\[\\s*(?:(?:${STRING}),?\\s*)+\\]`, "g");

/** A plugin for rolldown. */
export const withoutExamples = {
  name: "without-examples",
  transform: {
    filter: { id: /\/src\/language\/\w+\/\S*rules\.ts$/ },
    handler: (code) => code.replace(EXAMPLES, "$1: []"),
  },
};
