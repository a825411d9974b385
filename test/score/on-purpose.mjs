// Where this project reads otherwise than a peer's own tests expect, on purpose: each rule with its reason.

const NUMBER =
  "(?:[\\d.,]+|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|point|and|an?|[\\s-])+";
const expects = (test) => (row) => row.expected.some((wanted) => test(wanted, row));
const says = (pattern) => expects(({ text }) => pattern.test(text));

/** @type {{ name, why, applies(row): boolean }[]} the first that applies to a case names it */
export const ON_PURPOSE = [
  {
    name: "a bare number is not money",
    why: "a text without any sign or name of a currency gives a number, and which one it is nobody can check",
    applies: says(new RegExp(`^${NUMBER}$`, "i")),
  },
  {
    name: "a name without an amount is no figure",
    why: '"the dollar rose", "the % of increase" hold no digits, so there is no interval to compute with',
    applies: expects(({ value, low, high }) => value == null && low == null && high == null),
  },
  {
    name: "coins and slang are not printed money",
    why: "in trade news nickel is a metal, a quarter three months and a grand a piano; nobody prints an amount so",
    applies: says(
      new RegExp(`^(?:${NUMBER})?(?:grand|bucks?|nickels?|dimes?|quarters?|kuai\\b.*|geneh)$`, "i"),
    ),
  },
  {
    name: "an article is not a number",
    why: '"a dollar" is a price, a currency or a shortage ("a dollar squeeze"); one dollar is printed as $1',
    applies: says(/^(?:above )?an? (?:dollar|penny|pound|euro|cent)\b/i),
  },
  {
    name: "letters that mean something else in print are no currency",
    why: '"10 c" is a temperature or a clause and "le" an article; EGP and cents have their own names',
    applies: says(/^\d+ (?:c|l\.?e)$/i),
  },
  {
    name: "currencies are those of ISO 4217",
    why: "bitcoin has no code there, no minor unit and no reference rate to hold a pair against",
    applies: says(/₿|bitcoins?|satoshis?/i),
  },
  {
    name: "a mangled case",
    why: "the amount was lost when the case was copied: one character is left, and it is no sign of a currency",
    applies: says(/^[^\p{Sc}\p{N}\sa-z%]$/iu),
  },
  {
    name: "a second bare number is not the cents",
    why: '"12 dollars and 40", "$8 25" are spoken; in print the next number is something else',
    applies: expects(
      ({ kind, text }) =>
        kind === "money" &&
        new RegExp(
          `^(?:[a-z]{0,3}\\$ ?[\\d.,]+|(?:${NUMBER})\\b[a-z]{2,})(?: and)? (?!hundred|thousand|million|point)(?:${NUMBER})$`,
          "i",
        ).test(text),
    ),
  },
  {
    name: "brackets are an aside, not a minus",
    why: 'in news ($12.50) is what was said before in dollars; `brackets: "negative"` reads a table\'s way',
    applies: expects(
      ({ value }, { input }) => String(value).startsWith("-") && /\([^)]*\d[^)]*\)/.test(input),
    ),
  },
  {
    name: "from one amount to another is a change, not a middle",
    why: '"from $40 a tonne to $60 a tonne" are two figures a time apart, not 50 give or take 10',
    applies: expects(({ uncertainty, text }) => uncertainty != null && /\bto\b/.test(text)),
  },
  {
    name: "percent of a number is not that number in percent",
    why: '"per cent of 40" asks for a part of forty; 40% is two fifths',
    applies: says(/^per ?cents? of\b/i),
  },
  {
    name: "a fraction stays a fraction",
    why: '"two out of seven" is exact or a count, and 28.5714285714286% is neither',
    applies: expects(
      ({ kind, text }) =>
        kind === "percent" && /\b(?:out of|in|half|third|fourth|fifth|quarter)\b/i.test(text),
    ),
  },
];
