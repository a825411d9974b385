// Compiled by the current TypeScript and by the one inside tslab (5.0), against the built declarations. It is never run.
import {
  add,
  baseline,
  compare,
  convert,
  type Figure,
  figure,
  growth,
  impliedRate,
  money,
  type Quantity,
  type Rate,
  rate,
  share,
  subtract,
  total,
} from "trade-figures";

// What must compile.
const yuan: Figure<"CNY"> = figure("42.64bn yuan");
const dollars: Figure<"USD"> = figure("$5.83 billion");
const percent: Figure<"percent"> = figure("82.3%");
const points: Figure<"percentage-point"> = figure("0.5 percentage points");
const plain: Figure<"number"> = figure("nearly 800");
const dynamic: string = String(Date.now());
const unknown: Figure<string> = figure(dynamic);
const named: Figure<"CNY"> = figure(dynamic, { unit: "CNY" });
const narrowed: Quantity<"CNY"> = figure(dynamic).in("CNY");
const first: Rate<"USD", "CNY"> = impliedRate(yuan, dollars);
const second: Rate<"USD", "CNY"> = impliedRate(dollars, yuan);
const other: Rate<"CNY", "USD"> = impliedRate(yuan, dollars, { base: "CNY" });
const parity: Rate<"USD", "CNY"> = rate("USD/CNY", "7.1792", { kind: "central-parity" });
const converted: Quantity<"USD"> = convert(yuan, parity);
const back: Quantity<"CNY"> = convert(dollars, parity);
const before: Quantity<"CNY"> = baseline(yuan, percent);
const sum: Quantity<"CNY"> = add(yuan, before);
const whole: Quantity<"CNY"> = total([yuan, before]);
const either: Quantity<string> = total([unknown, yuan]);
const euros = money("12.50", "EUR");
const more = euros.plus(money("1", "EUR"));

// What must not.
// @ts-expect-error currencies differ
add(yuan, dollars);
// @ts-expect-error currencies differ
subtract(figure("42.64bn yuan"), figure("$5.83bn"));
// @ts-expect-error currencies differ
total([yuan, dollars]);
// @ts-expect-error percent and yuan
total([yuan, yuan, percent]);
// @ts-expect-error currencies differ
growth(yuan, dollars);
// @ts-expect-error currencies differ
compare(yuan, dollars);
// @ts-expect-error currencies differ
share(dollars, yuan);
// @ts-expect-error a growth is a percentage
baseline(yuan, dollars);
// @ts-expect-error points are not percent
baseline(yuan, points);
// @ts-expect-error the rate has no euros
convert(figure("€5bn"), parity);
// @ts-expect-error the result is in dollars
const wrong: Quantity<"CNY"> = convert(yuan, parity);
// @ts-expect-error currencies differ
euros.plus(money("1", "USD"));
// @ts-expect-error no such rounding
figure("5", { rounding: "up" });
// @ts-expect-error the text is in yuan
const mislabelled: Figure<"USD"> = figure("42.64bn yuan");

export const used = [
  unknown,
  named,
  narrowed,
  first,
  second,
  other,
  back,
  sum,
  whole,
  either,
  more,
  plain,
  wrong,
  mislabelled,
  converted,
];
