// One thing of a printed figure changed, as a slip of the pen would: a digit, two digits, the scale word, the currency.

const SCALES = [6, 9, 12];
const CURRENCIES = ["CNY", "USD", "EUR", "JPY"];

/** @returns the slot changed, or undefined where the change does not apply to it */
export const CHANGES = {
  digit(slot, random) {
    const places = [...slot.digits].flatMap((digit, index) => (/\d/.test(digit) ? [index] : []));
    const place = random.pick(places);
    const others = [..."0123456789"].filter(
      (digit) => digit !== slot.digits[place] && !(place === 0 && digit === "0"),
    );
    return { ...slot, digits: replaced(slot.digits, place, random.pick(others)) };
  },
  "two digits swapped"(slot, random) {
    const pairs = [];
    for (let i = 0; i + 1 < slot.digits.length; i++) {
      const [a, b] = [slot.digits[i], slot.digits[i + 1]];
      if (/\d/.test(a) && /\d/.test(b) && a !== b && !(i === 0 && b === "0")) pairs.push(i);
    }
    if (pairs.length === 0) return undefined;
    const i = random.pick(pairs);
    return {
      ...slot,
      digits: `${slot.digits.slice(0, i)}${slot.digits[i + 1]}${slot.digits[i]}${slot.digits.slice(i + 2)}`,
    };
  },
  "scale word"(slot, random) {
    if (slot.scale === 0) return undefined;
    return { ...slot, scale: random.pick(SCALES.filter((scale) => scale !== slot.scale)) };
  },
  currency(slot, random) {
    if (slot.unit === "percent" || slot.scale === 0) return undefined;
    return { ...slot, unit: random.pick(CURRENCIES.filter((unit) => unit !== slot.unit)) };
  },
};

const replaced = (text, place, digit) => `${text.slice(0, place)}${digit}${text.slice(place + 1)}`;

/** One slot of a claim changed: { slots, slot: its name }, or undefined where no slot takes the change. */
export function mutated(slots, change, random) {
  const names = Object.keys(slots);
  for (let turn = 0; turn < 8; turn++) {
    const name = random.pick(names);
    const slot = CHANGES[change](slots[name], random);
    if (slot !== undefined) return { slots: { ...slots, [name]: slot }, slot: name };
  }
  return undefined;
}
