// Exact ratios of whole numbers, apart from the package's own arithmetic, so that its results can be held to them.

const gcd = (a, b) => (b === 0n ? a : gcd(b, a % b));

/** @returns the ratio in lowest terms, the divisor above zero */
export function ratio(over, under = 1n) {
  if (under === 0n) throw new RangeError("a ratio over zero");
  const sign = under < 0n ? -1n : 1n;
  const shared = gcd(over < 0n ? -over : over, under < 0n ? -under : under) || 1n;
  return { over: (sign * over) / shared, under: (sign * under) / shared };
}

const NUMBER = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i;

/** "12.50", "-1e-3", "100/3", 5: exactly; undefined for what is no number. */
export function exact(text) {
  const written = String(text).trim();
  if (written.includes("/")) {
    const [over, under] = written.split("/").map(exact);
    return over && under && under.over !== 0n ? dividedBy(over, under) : undefined;
  }
  const found = NUMBER.exec(written);
  if (!found || `${found[2]}${found[3]}` === "") return undefined;
  const digits = BigInt(`${found[2]}${found[3]}`) * (found[1] === "-" ? -1n : 1n);
  const exponent = Number(found[4] ?? 0) - found[3].length;
  if (Math.abs(exponent) > 400) return undefined;
  return exponent < 0 ? ratio(digits, 10n ** BigInt(-exponent)) : ratio(digits * 10n ** BigInt(exponent));
}

export const plus = (a, b) => ratio(a.over * b.under + b.over * a.under, a.under * b.under);
export const minus = (a, b) => ratio(a.over * b.under - b.over * a.under, a.under * b.under);
export const times = (a, b) => ratio(a.over * b.over, a.under * b.under);
export const dividedBy = (a, b) => ratio(a.over * b.under, a.under * b.over);

/** −1, 0 or 1, as a lies below, on or above b. */
export function order(a, b) {
  const apart = a.over * b.under - b.over * a.under;
  return apart < 0n ? -1 : apart > 0n ? 1 : 0;
}

export const same = (a, b) => a !== undefined && b !== undefined && order(a, b) === 0;
export const size = (a) => (a.over < 0n ? ratio(-a.over, a.under) : a);
export const within = (a, b, reach) => a && b && order(size(minus(a, b)), reach) <= 0;

/** As a decimal number where it ends, else as a ratio. */
export function written({ over, under }) {
  let places = 0;
  let scale = 1n;
  while (scale % under !== 0n && places < 60) {
    scale *= 10n;
    places++;
  }
  if (scale % under !== 0n) return `${over}/${under}`;
  const whole = (over * scale) / under;
  const digits = (whole < 0n ? -whole : whole).toString().padStart(places + 1, "0");
  const sign = whole < 0n ? "-" : "";
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** The decimal with `places` decimals nearest to a ratio, ties away from zero: how a publisher prints it. */
export function rounded({ over, under }, places) {
  const scale = 10n ** BigInt(places);
  const top = (over < 0n ? -over : over) * scale * 2n + under;
  const whole = top / (2n * under);
  const digits = whole.toString().padStart(places + 1, "0");
  const sign = over < 0n && whole !== 0n ? "-" : "";
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
