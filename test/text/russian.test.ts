import { expect, test } from "vitest";
import { read, relationsOf } from "../../src/index.js";

/** What each growth of a Russian text is measured against, and its period. */
const bases = (text: string, publishedOn?: string) => {
  const reading = read(text, publishedOn === undefined ? {} : { publishedOn });
  expect(reading.language).toBe("ru");
  return reading.growth.map((one) => [one.basis, one.period?.period?.text ?? one.period?.text]);
};

test.each([
  ["Экспорт вырос на 5,2% до 126,4 млрд долларов по сравнению с прошлым годом.", [["yoy", undefined]]],
  ["В январе–сентябре 2023 года экспорт вырос на 29,5% до 176,4 млрд долл.", [["unsaid", "2023-01/2023-09"]]],
  ["В мае 2023 года импорт снизился на 3% до 10 млрд рублей в годовом выражении.", [["yoy", "2023-05"]]],
  ["Во II квартале 2023 года выручка выросла на 8% до 3 млрд рублей.", [["unsaid", "2023-Q2"]]],
  [
    "За первые девять месяцев 2023 года экспорт вырос на 8% до 3 млрд рублей.",
    [["unsaid", "2023-01/2023-09"]],
  ],
  ["Экспорт вырос на 10% до 11 млрд долларов с 10 млрд долларов годом ранее.", [["yoy", undefined]]],
])("%s", (text, expected) => expect(bases(text)).toEqual(expected));

test("Russian amounts: spaces between thousands, decimal commas, scales, hedges", () => {
  const { mentions } = read(
    "Завод за 1 234,5 млн руб. продан, ещё около 2 тысяч евро и более 3 миллиардов долларов США ушло на налоги.",
  );
  const figures = mentions.flatMap((one) => ("figure" in one ? [one] : []));
  expect(figures.map((one) => [one.currency, one.figure.value.toFixed()])).toEqual([
    ["RUB", "1234500000"],
    ["EUR", "2000"],
    ["USD", "3000000000"],
  ]);
  expect(figures.map((one) => one.figure.hedge)).toEqual([undefined, "about", "more"]);
});

test("a text in Ukrainian is said to be in another language", () => {
  const text = "Експорт країни зріс на 5,2% до 126,4 млрд доларів, а імпорт її знизився.";
  const { unsupported, mentions } = read(text);
  expect([unsupported, mentions]).toEqual(["a language in Cyrillic letters other than Russian", []]);
});

test("a forecast in Russian is one", () => {
  const [claim] = read("Ожидается, что экспорт вырастет и вырос на 5% до 10 млрд долларов.").growth;
  expect(claim?.forecast).toBe(true);
  expect(relationsOf(read("Экспорт не вырос на 5% до 10 млрд долларов."))).toEqual([]);
});
