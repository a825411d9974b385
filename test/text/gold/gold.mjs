// Sentences of our own with their answers, a line each: the kinds of the claims ("growth+", "change-", "sum", …, "none"), then
// the text with each figure in square brackets behind its role: "growth+ Profit rose [by $4.1m], or [rate 9%]." A number behind
// the role tells the claims of one text apart; "!" before the kind says that the text is wrong, and must be found so;
// "?" before all that, that it is not read wholly yet.
import { readdirSync, readFileSync } from "node:fs";

/** The cases of a file: { form, text, wrong, claims: [{ kind, sign, figures: [{ role, start, end }] }] }. */
export function goldOf(name) {
  const cases = [];
  let form = "";
  for (const line of readFileSync(new URL(name, import.meta.url), "utf8").split("\n")) {
    if (line.startsWith("#")) form = line.slice(1).trim();
    else if (line !== "") cases.push({ form, ...caseOf(line) });
  }
  return cases;
}

export const goldFiles = () =>
  readdirSync(new URL(".", import.meta.url)).filter((name) => name.endsWith(".txt"));

const KIND = /^(growth|change|sum|share|conversion|together|none)([+-]?)$/;

function caseOf(whole) {
  const unread = whole.startsWith("?");
  const line = unread ? whole.slice(1) : whole;
  const wrong = line.startsWith("!");
  const words = (wrong ? line.slice(1) : line).split(" ");
  const kinds = [];
  for (let found = KIND.exec(words[0]); found !== null; found = KIND.exec(words[0])) {
    kinds.push({ kind: found[1], sign: found[2], figures: [] });
    words.shift();
  }
  const marked = words.join(" ").replaceAll("¶", "\n\n");
  const claims = kinds.filter(({ kind }) => kind !== "none");
  let text = "";
  let from = 0;
  for (const found of marked.matchAll(/\[([a-z]+)(\d?) ([^\]]+)\]/g)) {
    text += marked.slice(from, found.index);
    const at = { role: found[1], start: text.length, end: text.length + found[3].length };
    const of = found[2] === "" ? claims : [claims[Number(found[2]) - 1]];
    for (const claim of of) claim.figures.push(at);
    text += found[3];
    from = found.index + found[0].length;
  }
  return { text: text + marked.slice(from), wrong, unread, claims };
}

const meets = (a, b) => a.start < b.end && b.start < a.end;
const SAME = { from: "base", to: "level" };
const SIDES = {
  rate: ["rate", "by"],
  base: ["base", "from"],
  level: ["level", "to"],
  told: ["told", "rate", "level"],
};

/** The figures of a relation that was read, with their roles. */
function roled(claim) {
  const list = [];
  const put = (role, mention) => mention && list.push({ role, start: mention.start, end: mention.end });
  for (const role of [
    "amount",
    "converted",
    "rate",
    "by",
    "level",
    "base",
    "from",
    "to",
    "total",
    "share",
    "part",
    "whole",
  ])
    put(SAME[role] ?? role, claim[role]?.rate ?? claim[role]);
  for (const one of claim.told ?? []) put("told", one);
  for (const { sign, amount } of claim.parts ?? []) put(sign < 0 ? "less" : "part", amount);
  return list;
}

const fits = (read, marked) =>
  (SIDES[read.role] ?? [read.role]).includes(marked.role) || SIDES[marked.role]?.includes(read.role);

/** How a case comes out: which of its claims were read wholly, what was read besides, and what was called wrong. */
export function goldResult({ text, wrong, claims }, read, check, options = {}) {
  const reading = read(text, options);
  const checked = check(reading).claims;
  const relations = checked.map(({ claim }) => ({ claim, figures: roled(claim) }));
  const own = relations.map(({ figures, claim }) =>
    claims.filter((one) => {
      const sign =
        "sign" in claim && one.sign !== ""
          ? claim.sign > 0
            ? "+"
            : claim.sign < 0
              ? "-"
              : one.sign
          : one.sign;
      return (
        sign === one.sign &&
        figures.every((figure) => one.figures.some((mark) => meets(mark, figure) && fits(figure, mark)))
      );
    }),
  );
  const whole = claims.map((one) => {
    const read = relations.filter((_, i) => own[i].includes(one)).flatMap(({ figures }) => figures);
    return one.figures.every((mark) => read.some((figure) => meets(mark, figure)));
  });
  const extra = relations.filter(({ figures }, i) => own[i].length === 0 && figures.length > 1);
  const alarms = checked.filter(({ verdict }) => verdict === "inconsistent");
  return {
    whole,
    extra: extra.map(
      ({ claim, figures }) =>
        `${claim.rule}: ${figures.map((f) => `${f.role} ${text.slice(f.start, f.end)}`).join(", ")}`,
    ),
    alarm: !wrong && alarms.length > 0 ? alarms[0].says : undefined,
    found: wrong && alarms.length > 0,
  };
}

/** The totals of a list of cases, and what was missed, read besides, or called wrong. */
export function goldScore(cases, read, check, options) {
  const forms = {};
  const notes = [];
  for (const one of cases) {
    const { whole, extra, alarm, found } = goldResult(one, read, check, options);
    forms[one.form] ??= { claims: 0, read: 0, extra: 0, alarms: 0, wrong: 0, found: 0 };
    const form = forms[one.form];
    form.claims += whole.length;
    form.read += whole.filter(Boolean).length;
    form.extra += extra.length;
    form.alarms += alarm === undefined ? 0 : 1;
    form.wrong += one.wrong ? 1 : 0;
    form.found += found ? 1 : 0;
    const missed = whole.filter((each) => !each).length;
    if (missed > 0) notes.push(`missed ${missed}: ${one.text}`);
    for (const each of extra) notes.push(`besides (${each}): ${one.text}`);
    if (alarm !== undefined) notes.push(`ALARM (${alarm}): ${one.text}`);
    if (one.wrong && !found) notes.push(`not found: ${one.text}`);
  }
  return { forms, notes };
}
