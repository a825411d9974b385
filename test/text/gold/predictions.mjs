/**
 * Another reader's answers beside the gold set. A claim counts as read where one of the same kind, in the same text, has
 * a figure on each of its marked places; an answer that fits no claim is one too many; `wrong: true` is an alarm.
 * @param cases the gold set's texts
 * @param answers `{ id, claims: [{ kind, figures: [{ start, end }] }], wrong }` a text; a text without one has no claims
 * @returns by kind: claims, read, recall, answers, precision; and the alarms on true and on wrong texts
 */
export function predictionScore(cases, answers) {
  const byId = new Map(answers.map((one) => [one.id, one]));
  const rows = {};
  const row = (kind) => {
    rows[kind] ??= { claims: 0, read: 0, answers: 0, right: 0 };
    return rows[kind];
  };
  const alarms = { "true texts": 0, alarmed: 0, "wrong texts": 0, found: 0 };
  for (const { id, wrong, claims } of cases) {
    const answer = byId.get(id) ?? { claims: [] };
    for (const claim of claims) {
      row(claim.kind).claims += 1;
      if (answer.claims.some((one) => fits(one, claim))) row(claim.kind).read += 1;
    }
    for (const one of answer.claims) {
      row(one.kind).answers += 1;
      if (claims.some((claim) => fits(one, claim))) row(one.kind).right += 1;
    }
    alarms[wrong ? "wrong texts" : "true texts"] += 1;
    if (answer.wrong === true) alarms[wrong ? "found" : "alarmed"] += 1;
  }
  const share = (part, whole) => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)}%`);
  return {
    ...Object.fromEntries(
      Object.entries(rows).map(([kind, one]) => [
        kind,
        {
          claims: one.claims,
          read: one.read,
          recall: share(one.read, one.claims),
          answers: one.answers,
          precision: share(one.right, one.answers),
        },
      ]),
    ),
    "false alarms": { claims: alarms["true texts"], read: alarms.alarmed },
    "wrong texts found": {
      claims: alarms["wrong texts"],
      read: alarms.found,
      recall: share(alarms.found, alarms["wrong texts"]),
    },
  };
}

const fits = (answer, claim) =>
  answer.kind === claim.kind &&
  claim.figures.every((mark) => answer.figures.some((one) => one.start < mark.end && mark.start < one.end));
