import { expect, test } from "vitest";
import { check, read, relationsOf } from "../../src/index.js";

/** What each relation of a German text says, with its basis and period, in one line. */
const said = (text: string, publishedOn?: string) => {
  const reading = read(text, publishedOn === undefined ? {} : { publishedOn });
  expect(reading.language).toBe("de");
  return relationsOf(reading).map(({ claim }) => {
    const shown = Object.entries(claim).flatMap(([role, value]) =>
      value && typeof value === "object" && "figure" in value ? [`${role} ${value.text}`] : [],
    );
    return [
      shown.join(", "),
      ...("basis" in claim ? [`${claim.sign > 0 ? "up" : "down"} ${claim.basis}`] : []),
      ...("basis" in claim && claim.period?.period ? [claim.period.period.text] : []),
    ].join("; ");
  });
};

const verdicts = (text: string) => check(read(text)).claims.map((one) => `${one.verdict} ${one.against}`);

test.each([
  [
    "Die deutschen Ausfuhren stiegen im September 2023 gegenüber dem Vorjahr um 5,2 Prozent auf 126,4 Milliarden Euro.",
    ["rate 5,2 Prozent, level 126,4 Milliarden Euro; up yoy; 2023-09"],
  ],
  [
    "Die Exporte sind im ersten Halbjahr 2023 um 7,5 % auf 798,1 Mrd. Euro gesunken.",
    ["rate 7,5 %, level 798,1 Mrd. Euro; down unsaid; 2023-H1"],
  ],
  [
    "Von Januar bis September 2023 nahmen die Einfuhren im Vergleich zum Vorjahreszeitraum um 8,1 Prozent auf 1.023,4 Mrd. Euro ab.",
    ["rate 8,1 Prozent, level 1.023,4 Mrd. Euro; down yoy; 2023-01/2023-09"],
  ],
  [
    "Im 1. Quartal 2024 ging der Umsatz zum Vorquartal um 1,2 Prozent auf 3,4 Mio. Euro zurück.",
    ["rate 1,2 Prozent, level 3,4 Mio. Euro; down qoq; 2024-Q1"],
  ],
  [
    "Die Arbeitslosenquote ist im Oktober 2023 um 0,1 Prozentpunkte auf 5,7 Prozent gestiegen.",
    ["rate 0,1 Prozentpunkte, level 5,7 Prozent; up unsaid; 2023-10"],
  ],
  [
    "Der Überschuss stieg von 12,1 Milliarden Euro im August auf 14,4 Milliarden Euro im September.",
    ["from 12,1 Milliarden Euro, to 14,4 Milliarden Euro"],
  ],
  [
    "Der Handel erreichte 54,9 Milliarden Yuan (umgerechnet rund 7,7 Milliarden Dollar).",
    ["amount 54,9 Milliarden Yuan, converted 7,7 Milliarden Dollar"],
  ],
  ["Die Preise sind im Mai 2023 um 5 bis 7 Prozent auf 3,2 Milliarden Euro gestiegen.", []],
  ["Der Wert der Waren ist nicht um 5 Prozent auf 3,2 Milliarden Euro gestiegen.", []],
])("%s", (text, expected) => expect(said(text)).toEqual(expected));

test("German words are read where the text is German: scales, hedges, dates", () => {
  const { mentions } = read(
    "Das Land zahlte am 15. Oktober 2023 knapp 1,2 Billionen Euro und gut 3 Millionen Franken.",
  );
  const shown = mentions.map((one) =>
    "figure" in one ? one.figure.show() : one.kind === "period" ? one.period?.text : "",
  );
  expect(shown).toEqual([
    "2023-10-15",
    expect.stringContaining("EUR 1.2tn"),
    expect.stringContaining("CHF 3m"),
  ]);
  expect(mentions.flatMap((one) => ("figure" in one ? [one.figure.hedge] : []))).toEqual(["below", "above"]);
});

test("a German billion is a million millions", () => {
  const [amount] = read("Das ist nach der Schätzung des Amtes 1,5 Billion Euro mehr.").mentions;
  expect(amount && "figure" in amount && amount.figure.show()).toContain("EUR 1.5tn");
});

test("what follows a number in lower case is not counted", () => {
  const { mentions } = read("Die Zahl der Firmen ist um 126 gesunken, und das ist für das Land nicht gut.");
  expect(mentions).toEqual([]);
});

test("German arithmetic is checked", () => {
  expect(
    verdicts("Der Umsatz stieg um 10 Prozent auf 5,5 Milliarden Euro, nach 5,0 Milliarden Euro im Vorjahr."),
  ).toEqual(["consistent text"]);
  expect(
    verdicts("Der Umsatz stieg um 10 Prozent auf 6,5 Milliarden Euro, nach 5,0 Milliarden Euro im Vorjahr."),
  ).toEqual(["inconsistent text"]);
  expect(
    verdicts(
      "Der Gewinn fiel um 30 Millionen Euro auf 120 Millionen Euro, nach 166 Millionen Euro im Vorjahr.",
    ),
  ).toEqual(["inconsistent text"]);
  expect(verdicts("Die Schulden sind von 5,0 Mrd. Euro auf 4,2 Mrd. Euro gestiegen.")).toEqual([
    "inconsistent text",
  ]);
});

test.each([
  [
    "Les exportations ont augmenté de 5,2 % en septembre pour atteindre 126,4 milliards d'euros dans le pays.",
    "French",
  ],
  [
    "Las exportaciones subieron un 5,2 % en septiembre, hasta los 126,4 millones de euros, según el banco.",
    "Spanish",
  ],
  ["De uitvoer van het land steeg met 5,2 procent tot 126,4 miljard euro in de maand september.", "Dutch"],
  ["9月の輸出は前年同月比5.2%増の9兆1981億円となりました。", "Japanese"],
])("a text in a language that is not supported is said to be so: %s", (text, name) => {
  const { mentions, growth, unread, unsupported } = read(text);
  expect([mentions, growth, unsupported]).toEqual([[], [], name]);
  expect(unread).toEqual([{ text, start: 0, end: text.length, why: expect.stringContaining(name) }]);
});

test.each([
  ["Exports rose 5% to $3bn.", "en"],
  ["Sales of Le Monde, La Repubblica and El País rose 5% in the year to 3m euros.", "en"],
  ["$5m, 3%", "en"],
  ["", "en"],
  ["前三季度，辽宁对俄出口426.4亿元，同比增长82.3%。", "zh"],
])("%s is read as %s", (text, language) => {
  const reading = read(text);
  expect([reading.language, reading.unsupported]).toEqual([language, undefined]);
});

test.each([
  ["Der Umsatz stieg von 2,0 auf rund 2,1 Mrd. Euro.", ["EUR 2.0bn", "EUR 2.1bn"]],
  ["Der Umsatz stieg von 2,0 im August auf 2,1 Mrd. Euro.", ["EUR 2.0bn", "EUR 2.1bn"]],
  ["Bund und Land zahlen 1,35 Mrd. bzw. 0,9 Mrd. Euro.", ["EUR 1.35bn", "EUR 0.9bn"]],
  ["Der Export kam auf 12,7 Mrd. Dollar, der Import auf 8,8 Mrd.", ["USD 12.7bn", "USD 8.8bn"]],
  // No unit is given to what has none: a year, points or percent, another size, the ends of a range.
  ["Der Umsatz stieg von 2021 auf 2,1 Mrd. Euro.", ["EUR 2.1bn"]],
  ["Der Anteil stieg um 0,2 auf 14,1 Prozent.", ["14.1%"]],
  ["Der Umsatz stieg von 950 auf 1,2 Mrd. Euro.", ["EUR 1.2bn"]],
  ["Der Umsatz lag zwischen 2,0 und 2,1 Mrd. Euro.", []],
  // Swiss German prints a point, and shows it.
  ["Der Umsatz stieg um 5.3% auf 1'234.5 Mio. Franken.", ["5.3%", "CHF 1,234.5m"]],
  ["Der Umsatz stieg um 5,3 Prozent auf 1.234 Mio. Euro.", ["5.3%", "EUR 1,234m"]],
])("a number takes the unit of another where that is sure: %s", (text, shown) => {
  const told = read(text, { language: "de" }).mentions.flatMap((one) =>
    one.kind === "money" || one.kind === "percent" ? [one.figure.show().split(",  ")[0] as string] : [],
  );
  expect(told.map((one) => one.split(", between")[0])).toEqual(shown);
});

test.each([
  ["31 von 118 Sitzen", "sitzen"],
  ["20 Tanker und 15 Frachter", "tanker"],
  ["4.377 technische Hilfeleistungen", "hilfeleistungen"],
  ["0,9 Mio. Tonnen Getreide", "tonnen"],
])("what is counted: %s", (text, of) => {
  expect(read(text, { language: "de" }).mentions.find((one) => one.kind === "count")).toMatchObject({ of });
});

test("the language can be named", () => {
  expect(read("+5 %", { language: "de" }).language).toBe("de");
  expect(() => read("x", { language: "xx" as "de" })).toThrow('no language "xx": write en, zh, de or ru');
});
