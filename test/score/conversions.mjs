// Which conversions of a corpus `check` judges by published rates of their time, and whether any is judged wrongly: one that
// was printed right and is called inconsistent, or one that the corpus marks as an error and is called consistent.

/** What a corpus says of the day: "1996-08/1997-08 (day not stored)" is a stretch of whole months, "2020-07" a month. */
export function stretchOf(date) {
  return /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?:\/\d{4}(?:-\d{2}(?:-\d{2})?)?)?/.exec(date ?? "")?.[0];
}

const covers = (mention, start, span) => mention.start < start + span.length && mention.end > start;

/**
 * @param built the package: `read`, `check`, `period`, `dayNumber`
 * @returns how many conversions there are, how many have a rate of their time in the book, the verdicts of those, and what
 *   was judged wrongly
 */
export function scoreConversions(rows, { read, check, period, dayNumber }, book) {
  const found = { all: 0, judged: 0, verdicts: {}, wrong: [], without: [] };
  for (const row of rows) {
    // Generated sentences have amounts at no market's rates, and name no rate.
    const printed = (row.conversions ?? []).filter((one) =>
      /^[A-Z]{3} per [A-Z]{3}$/.test(one.rate_unit ?? ""),
    );
    if (printed.length === 0) continue;
    const on = stretchOf(row.date);
    const options = on === undefined ? {} : { publishedOn: on };
    const { claims } = check(read(row.text, options), { ...options, book });
    for (const one of printed) {
      found.all++;
      const span = `${one.source_span} = ${one.target_span}`;
      const claim = claims.find(
        ({ kind, claim: { amount, converted } }) =>
          kind === "conversion" &&
          [amount, converted].every(
            (side) =>
              covers(side, one.source_start, one.source_span) ||
              covers(side, one.target_start, one.target_span),
          ),
      );
      const [a, b] = one.rate_unit.split(" per ");
      const of = on === undefined ? undefined : period(on);
      const days = of === undefined ? 0 : dayNumber(of.end) - dayNumber(of.start);
      const known =
        of !== undefined &&
        book.tryRate(`${a}/${b}`, of.start, { policy: "nearest", withinDays: days }) !== undefined;
      if (!known || claim === undefined || claim.against === "nothing") {
        found.without.push({ id: row.id, span });
        continue;
      }
      found.judged++;
      found.verdicts[claim.verdict] = (found.verdicts[claim.verdict] ?? 0) + 1;
      const wrong = one.source_error === undefined ? "inconsistent" : "consistent";
      if (claim.verdict === wrong) found.wrong.push({ id: row.id, span, says: claim.says });
    }
  }
  return found;
}

export function conversionsLine({ all, judged, verdicts, wrong, without }) {
  if (all === 0) return "";
  const each = Object.entries(verdicts).map(([verdict, count]) => `${count} ${verdict}`);
  const lacking = without.map(({ id }) => id);
  return [
    `conversions judged by rates of their time: ${judged} of ${all} (${each.join(", ")})   wrongly: ${wrong.length}, at most 0: ${wrong.length === 0 ? "pass" : "FAIL"}`,
    ...(lacking.length === 0 ? [] : [`  without such a rate: ${lacking.join(", ")}`]),
    ...wrong.map(({ id, span, says }) => `  ${id} ${span}: ${says}`),
  ].join("\n");
}
