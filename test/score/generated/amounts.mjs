// Amounts and percentages in the ways in which news prints them.

const SCALES = {
  0: [""],
  3: [" thousand"],
  6: [" million", "m", "mn", " mln"],
  9: [" billion", "bn", " bln"],
  12: [" trillion", "tn", " trln"],
};
const BEFORE = {
  USD: ["$", "US$", "USD ", "U.S. $"],
  EUR: ["€", "EUR ", "EUR"],
  GBP: ["£", "GBP "],
  CNY: ["RMB ", "CNY ", "CN¥", "RMB"],
  HKD: ["HK$"],
  AUD: ["A$", "AUD "],
  CAD: ["C$"],
  CHF: ["CHF "],
  INR: ["₹", "Rs "],
  KRW: ["₩"],
  RUB: ["RUB "],
};
const AFTER = {
  USD: [" dollars", " U.S. dollars", " US dollars", " USD"],
  EUR: [" euros", " euro", " EUR"],
  GBP: [" pounds", " pounds sterling", " British pounds"],
  CNY: [" yuan", " Chinese yuan", " yuan", " renminbi"],
  HKD: [" Hong Kong dollars"],
  AUD: [" Australian dollars"],
  CHF: [" Swiss francs"],
  INR: [" rupees"],
  JPY: [" yen"],
  KRW: [" won"],
  RUB: [" roubles", " rubles", " Russian rubles"],
  THB: [" baht"],
  TRY: [" Turkish lira"],
  KZT: [" tenge"],
  SEK: [" Swedish crowns", " Swedish kronor"],
  BRL: [" reais"],
  MXN: [" Mexican pesos"],
};
const HEDGES = [
  "about ",
  "around ",
  "nearly ",
  "almost ",
  "more than ",
  "less than ",
  "over ",
  "some ",
  "roughly ",
  "at least ",
  "up to ",
  "an estimated ",
  "approximately ",
];

/** The digits with their point moved: "5.83" by 9 is 5830000000. */
export const shifted = (digits, scale) => {
  const [whole, decimals = ""] = digits.replaceAll(",", "").split(".");
  const all = `${whole}${decimals.padEnd(scale, "0").slice(0, scale)}`;
  const rest = decimals.slice(scale);
  return `${all.replace(/^0+(?=\d)/, "")}${rest ? `.${rest}` : ""}`;
};

function digitsOf(random, scale) {
  if (scale === 0)
    return random.pick([
      `${1 + random.below(9)},${100 + random.below(899)}`,
      `${10 + random.below(980)}`,
      `${1 + random.below(99)}.${10 + random.below(89)}`,
      `${10 + random.below(89)},${100 + random.below(899)},${100 + random.below(899)}`,
    ]);
  return random.pick([
    `${1 + random.below(899)}`,
    `${1 + random.below(99)}.${1 + random.below(8)}`,
    `${1 + random.below(9)}.${10 + random.below(89)}`,
    `${1 + random.below(899)}.${10 + random.below(89)}`,
  ]);
}

/** An amount in some currency, in one of the ways in which it is printed. */
export function money(row, random, { currency, hedge = true, scale } = {}) {
  const size = scale ?? random.pick([0, 6, 6, 9, 9, 9, 9, 12]);
  const digits = digitsOf(random, size);
  const before = random.chance(0.5);
  const table = before ? BEFORE : AFTER;
  const code = currency && table[currency] ? currency : (currency ?? random.pick(Object.keys(table)));
  const side = table[code] ? table : table === BEFORE ? AFTER : BEFORE;
  const unit = random.pick(side[code]);
  const word = random.pick(SCALES[size]);
  const span = side === BEFORE ? `${unit}${digits}${word}` : `${digits}${word}${unit}`;
  if (hedge && random.chance(0.25)) row.say(random.pick(HEDGES));
  return row.put("money", span, { currency: code, digits, value: shifted(digits, size) });
}

const percentText = (random, digits) =>
  random.pick([`${digits}%`, `${digits} percent`, `${digits} per cent`, `${digits}%`]);

export function percent(row, random, role = "growth", hedge = true) {
  const digits = random.pick([
    `${1 + random.below(98)}`,
    `${1 + random.below(98)}.${random.below(10)}`,
    `0.${1 + random.below(9)}`,
    `${100 + random.below(300)}`,
    `${1 + random.below(50)}.${10 + random.below(89)}`,
  ]);
  if (hedge && random.chance(0.2))
    row.say(random.pick(HEDGES.filter((one) => !/some|estimated|least|up to/.test(one))));
  return row.put("percent", percentText(random, digits), { digits, value: digits, role });
}
