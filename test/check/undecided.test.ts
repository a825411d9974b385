import { expect, test } from "vitest";
import { checkedFindings } from "../../src/check/finding.js";
import { DEFAULTS } from "../../src/cli/text/defaults.js";
import { Work } from "../../src/cli/text/work.js";
import { check, read } from "../../src/index.js";

// Published are USD 111.06bn; a growth of a month may be over the month before.
const OPEN = [
  "China's exports to Russia were $111.9bn in 2023.",
  "Chinese exports to Russia rose 43.6% in October 2022.",
].join("\n\n");
const TOGETHER =
  "China's exports to Russia were $110.9bn in 2023. China's exports to Russia were $119.3bn in the first nine months of 2023.";

/** Words of a finding, not of a question. */
const ACCUSES =
  /cannot|more than a revision|contradict|does not agree|do not agree|unexplained|::error|<failure/i;

test("what took too much work is undecided: no proof, no repair, no word that accuses", () => {
  const reading = read(TOGETHER);
  const checked = check(reading, { effort: 1e-9 });
  const [claim, ...more] = checked.claims.filter(({ kind }) => kind === "together");
  expect([claim?.verdict, more.length]).toEqual(["undecided", 0]);
  expect(claim?.says).toBe(
    "Whether “$110.9bn” (1:32) and “$119.3bn” (1:81) can all be true took too much work to find out.",
  );
  const json = claim?.toJSON() ?? {};
  expect([json["certificate"], json["repairs"]]).toEqual([undefined, undefined]);
  const finding = checkedFindings(reading, checked).find(({ kind }) => kind === "together");
  expect([finding?.outcome, finding?.proof, finding?.repairs]).toEqual(["undecided", undefined, []]);
  // With the usual work it is found out.
  expect(check(reading).claims.map(({ verdict }) => verdict)).toContain("inconsistent");
});

test.each(["github", "sarif", "junit"] as const)(
  "what is undecided accuses in no output: %s",
  async (report) => {
    const work = await Work.of({
      ...DEFAULTS,
      data: ["bundled"],
      publishedOn: "2026-05-01",
      explain: true,
      wants: { text: true, json: true, page: true, certificates: true, report },
    });
    const [made] = await work.do(
      { kind: "bytes", bytes: new TextEncoder().encode(OPEN), name: "a.txt", format: "text" },
      1,
    );
    if (!made?.ok) throw new Error(made?.message);
    expect(made.counts).toMatchObject({ inconsistent: 0, undecided: 2 });
    expect(made.certificates).toBe("");
    const { findings } = JSON.parse(made.json);
    const rows = findings.filter(({ kind }: { kind: string }) => kind === "published");
    expect(rows).toHaveLength(2);
    for (const one of rows) {
      expect(one).toMatchObject({ code: "published-undecided", verdict: "undecided" });
      expect([one.certificate, one.repairs, one.distance]).toEqual([undefined, undefined, undefined]);
      expect(one.says).not.toMatch(ACCUSES);
    }
    expect(made.text).not.toMatch(ACCUSES);
    expect(made.text.match(/\? undecided/g)).toHaveLength(2);
    expect(made.text).not.toContain("✗");
    expect(made.page).not.toMatch(/class="(?:badge |sign )?inconsistent/);
    expect(made.report).not.toMatch(ACCUSES);
    const marks = {
      github: /^::notice /gm,
      sarif: /"kind":"open","level":"none"/g,
      junit: /<skipped /g,
    };
    expect(made.report.match(marks[report])).toHaveLength(2);
  },
);

test.each([
  [
    "Exports of $9.6bn and imports of $11.53bn made a total of $21.18bn.",
    "agrees only with lucky rounding: the digits do not show whether the USD 0.045bn between them is an error.",
  ],
  [
    "Costs of $9.6bn, including taxes of $1.1bn and wages of $2.2bn, were paid.",
    "but the parts that are named need not be all.",
  ],
])("what is undecided says what is open and why, and has no margin: %s", async (text, why) => {
  const [claim, ...more] = check(read(text)).claims.filter(({ kind }) => kind === "sum");
  expect([claim?.verdict, claim?.distance, more.length]).toEqual(["undecided", "", 0]);
  expect(claim?.says).toContain(why);
  expect(claim?.toJSON()).not.toHaveProperty("distance");
  const work = await Work.of({ ...DEFAULTS, wants: { text: true } });
  const [made] = await work.do(
    { kind: "bytes", bytes: new TextEncoder().encode(text), name: "a.txt", format: "text" },
    1,
  );
  expect(made?.ok && made.text).toContain("? undecided  sum");
  expect(made?.ok && made.text).not.toContain("margin");
});
