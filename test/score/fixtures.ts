/** Small corpora of our own sentences, and readers of them that are as good or as bad as a test needs. */

const TEXT =
  "Exports of the yard rose 12.5 percent to 42.64 billion yuan ($5.83 billion) in 2023 from 37.9 billion yuan in 2022, on flight CZ6011.";

const span = (text: string, after = 0) => {
  const start = TEXT.indexOf(text, after);
  return { span: text, start, end: start + text.length };
};

/** One annotated row: a growth with level and base, a pair, a trap. */
export function row() {
  const [rate, level, dollars, base] = [
    span("12.5 percent"),
    span("42.64 billion yuan"),
    span("$5.83 billion"),
    span("37.9 billion yuan"),
  ];
  return {
    id: "own-1",
    text: TEXT,
    date: "2023-10/2023-12 (day not stored)",
    mentions: [
      { ...rate, kind: "percent", value: "12.5", role: "growth" },
      { ...level, kind: "money", currency: "CNY", value: "42640000000" },
      { ...dollars, kind: "money", currency: "USD", value: "5830000000" },
      { ...span("2023"), kind: "period" },
      { ...base, kind: "money", currency: "CNY", value: "37900000000" },
    ],
    conversions: [
      {
        source_span: level.span,
        source_start: level.start,
        target_span: dollars.span,
        target_start: dollars.start,
      },
    ],
    growth: [
      {
        rate_span: rate.span,
        rate_start: rate.start,
        unit: "percent",
        signed_rate: "12.5",
        current_span: level.span,
        current_start: level.start,
        stated_baseline_span: base.span,
        stated_baseline_start: base.start,
        basis: "yoy",
        period: "2023",
      },
    ],
    from_to: [] as object[],
    traps: [{ ...span("6011"), why: "flight number" }],
    exhaustive_kinds: ["money", "percent"],
  };
}

const decimal = (text: string) => ({ toFixed: () => text });

/** What a reader that makes no mistake gives for the row. */
// biome-ignore lint/suspicious/noExplicitAny: a reading that tests bend out of shape
export function perfect(): any {
  const mention = (
    kind: string,
    { span: text, start, end }: ReturnType<typeof span>,
    value: string,
    more = {},
  ) => ({
    kind,
    text,
    start,
    end,
    figure: { value: decimal(value) },
    ...more,
  });
  const rate = mention("percent", span("12.5 percent"), "0.125");
  const level = mention("money", span("42.64 billion yuan"), "42640000000", { currency: "CNY" });
  const dollars = mention("money", span("$5.83 billion"), "5830000000", { currency: "USD" });
  const base = mention("money", span("37.9 billion yuan"), "37900000000", { currency: "CNY" });
  const { span: text, start, end } = span("2023");
  const period = { kind: "period", text, start, end };
  return {
    text: TEXT,
    mentions: [rate, level, dollars, period, base],
    conversions: [{ amount: level, converted: dollars }],
    growth: [{ rate, sign: 1, level, base, period, basis: "yoy", forecast: false }],
    changes: [],
    sums: [],
    shares: [],
    unread: [],
  };
}
