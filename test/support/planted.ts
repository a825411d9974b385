import type { Saying } from "./documents.js";
import { randomFrom } from "./random.js";

/** A document that is true, and the same with slips, each of which contradicts another figure of its sentence or table. */
export interface Planted {
  readonly seed: number;
  readonly language: "en" | "zh" | "de";
  readonly right: Saying;
  readonly wrong: Saying;
  readonly slips: readonly Slip[];
}

export interface Slip {
  readonly kind: "swap" | "digit" | "scale" | "verb" | "cell";
  readonly from: string;
  /** What the wrong document prints in its place. */
  readonly to: string;
}

interface Said {
  readonly text: string;
  /** The figures and verbs that may be mistaken; each stands once in the text. */
  readonly parts: readonly string[];
}

const PLACES = "Russia Germany Japan Korea Vietnam India Brazil Kenya Chile Norway Poland Mexico".split(" ");
const GOODS = "Machinery Vehicles Cotton Timber Copper Medicine Furniture Steel".split(" ");
const VERBS: Readonly<Record<string, string>> = {
  rose: "fell",
  fell: "rose",
  increased: "decreased",
  decreased: "increased",
  stiegen: "sanken",
  sanken: "stiegen",
  增长: "下降",
  下降: "增长",
};

class Draw {
  readonly next: () => number;
  constructor(seed: number) {
    this.next = randomFrom(seed);
  }
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }
  of<T>(list: readonly T[]): T {
    return list[this.whole(0, list.length - 1)] as T;
  }
}

/** A whole number of hundredths, or of tenths, as it is printed. */
function printed(units: number, decimals: number): string {
  const text = String(units).padStart(decimals + 1, "0");
  const whole = text.slice(0, text.length - decimals).replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === 0 ? whole : `${whole}.${text.slice(-decimals)}`;
}

/** 100 × part ÷ whole in tenths of a percent, half up: all are whole numbers. */
const tenths = (part: number, whole: number): number => Math.floor((2_000 * part + whole) / (2 * whole));

/** Two amounts of which the second is so much more or less that a slip shows. */
function pair(draw: Draw): { base: number; level: number; up: boolean; rate: string; gap: number } {
  const base = draw.whole(1_200, 9_800);
  const up = draw.next() < 0.6;
  const gap = Math.floor((base * draw.whole(60, 420)) / 1000);
  const level = up ? base + gap : base - gap;
  return { base, level, up, rate: printed(tenths(gap, base), 1), gap };
}

type Template = (draw: Draw) => Said;

const ENGLISH: readonly Template[] = [
  (draw) => {
    const { base, level, up, rate } = pair(draw);
    const verb = up ? "rose" : "fell";
    const [to, from] = [`$${printed(level, 2)} billion`, `$${printed(base, 2)} billion`];
    return {
      text: `Exports to ${draw.of(PLACES)} ${verb} ${rate}% to ${to} last year from ${from} a year earlier.`,
      parts: [verb, `${rate}%`, to, from],
    };
  },
  (draw) => {
    const { base, level, up, rate, gap } = pair(draw);
    const verb = up ? "increased" : "decreased";
    const [by, to, from] = [gap, level, base].map((one) => `$${printed(one, 1)} million`) as [
      string,
      string,
      string,
    ];
    return {
      text: `Imports from ${draw.of(PLACES)} ${verb} by ${by}, or ${rate}%, to ${to} from ${from}.`,
      parts: [by, `${rate}%`, to, from],
    };
  },
  (draw) => {
    const { base, level, up, rate } = pair(draw);
    const [to, from] = [`${printed(level, 1)}m yuan`, `${printed(base, 1)}m yuan`];
    return {
      text: `${draw.of(GOODS)} sales were ${to}, ${up ? "up" : "down"} ${rate}% from ${from} in 2022.`,
      parts: [`${rate}%`, to, from],
    };
  },
  (draw) => {
    const [a, b] = [draw.whole(2_000, 9_000), draw.whole(500, 1_900)];
    const [more, less, gap] = [a, b, a - b].map((one) => `$${printed(one, 2)} billion`) as [
      string,
      string,
      string,
    ];
    return {
      text: `Exports were ${more} and imports were ${less}, leaving a surplus of ${gap}.`,
      parts: [more, less, gap],
    };
  },
  (draw) => {
    const [a, b] = [draw.whole(200, 600), draw.whole(10, 99)];
    const [to, from, by] = [printed(a + b, 1), printed(a, 1), printed(b, 1)];
    return {
      text: `The share of ${draw.of(PLACES)} rose by ${by} percentage points to ${to}% from ${from}%.`,
      parts: [`${by} percentage points`, `${to}%`, `${from}%`],
    };
  },
  (draw) => {
    const rate = draw.whole(60_000, 80_000);
    const dollars = draw.whole(1_100, 9_800);
    const yuan = Math.round((dollars * rate) / 10_000);
    const [one, other] = [`${printed(yuan, 2)} billion yuan`, `$${printed(dollars, 2)} billion`];
    return {
      text: `The company paid ${one} (${other}) for its ships ($1 = ${printed(rate, 4)} yuan).`,
      parts: [one, other],
    };
  },
  (draw) => {
    const whole = draw.whole(3_000, 9_000);
    const part = Math.floor((whole * draw.whole(120, 700)) / 1000);
    const [of, some, share] = [
      `$${printed(whole, 1)} million`,
      `$${printed(part, 1)} million`,
      `${printed(tenths(part, whole), 1)}%`,
    ];
    return {
      text: `${draw.of(GOODS)} came to ${some}, or ${share} of the total of ${of}.`,
      parts: [some, share, of],
    };
  },
];

const CHINESE: readonly Template[] = [
  (draw) => {
    const { base, level, up, rate } = pair(draw);
    const verb = up ? "增长" : "下降";
    const [to, from] = [`${printed(level, 1)}亿元`, `${printed(base, 1)}亿元`];
    return { text: `全年出口${to}，比上年的${from}${verb}${rate}%。`, parts: [verb, `${rate}%`, to, from] };
  },
  (draw) => {
    const { base, level } = pair(draw);
    const [from, to] = [`${printed(base, 1)}亿元`, `${printed(level, 1)}亿元`];
    const whole = `${printed(base + level, 1)}亿元`;
    return { text: `进出口总额${whole}，其中出口${to}，进口${from}。`, parts: [whole, to, from] };
  },
];

const GERMAN: readonly Template[] = [
  (draw) => {
    const { base, level, up, rate } = pair(draw);
    const verb = up ? "stiegen" : "sanken";
    const comma = (text: string) => text.replace(/[.,]/g, (mark) => (mark === "." ? "," : "."));
    const [to, from] = [
      `${comma(printed(level, 1))} Millionen Euro`,
      `${comma(printed(base, 1))} Millionen Euro`,
    ];
    return {
      text:
        draw.next() < 0.5
          ? `Die Ausfuhren ${verb} um ${comma(rate)} Prozent von ${from} auf ${to}.`
          : `Die Ausfuhren ${verb} um ${comma(rate)} Prozent auf ${to}, nach ${from} im Vorjahr.`,
      parts: [verb, `${comma(rate)} Prozent`, to, from],
    };
  },
];

/** A part with one slip that moves it well beyond its rounding; undefined where the hand finds none. */
function slipOf(part: string, draw: Draw): { kind: Slip["kind"]; to: string } | undefined {
  const verb = VERBS[part];
  if (verb !== undefined) return { kind: "verb", to: verb };
  const kinds =
    draw.next() < 0.25
      ? (["scale", "swap", "digit"] as const)
      : draw.next() < 0.6
        ? (["swap", "digit"] as const)
        : (["digit", "swap"] as const);
  for (const kind of kinds) {
    const to = kind === "scale" ? otherScale(part) : kind === "swap" ? swapped(part) : otherDigit(part, draw);
    if (to !== undefined) return { kind, to };
  }
  return undefined;
}

function otherScale(part: string): string | undefined {
  if (part.includes("billion")) return part.replace("billion", "million");
  return part.includes("million") ? part.replace("million", "billion") : undefined;
}

/** Its first two digits exchanged, where they differ. */
function swapped(part: string): string | undefined {
  const found = /(\d)([.,]?)(\d)/.exec(part);
  if (found === null || found[1] === found[3] || found[3] === "0") return undefined;
  return part.replace(/(\d)([.,]?)(\d)/, "$3$2$1");
}

function otherDigit(part: string, draw: Draw): string | undefined {
  const first = /\d/.exec(part);
  if (first === null) return undefined;
  const digit = Number(first[0]);
  const other = ((digit + draw.whole(1, 7)) % 9) + 1;
  return other === digit ? undefined : part.slice(0, first.index) + other + part.slice(first.index + 1);
}

/** A table of partners with total, growth and shares, and its rows as they are and with one cell mistaken. */
function tableOf(draw: Draw) {
  const names = [...PLACES].sort(() => draw.next() - 0.5).slice(0, draw.whole(4, 7));
  const rows = names.map((name) => ({ name, ...pair(draw) }));
  const [base, level] = [
    rows.reduce((sum, one) => sum + one.base, 0),
    rows.reduce((sum, one) => sum + one.level, 0),
  ];
  const growth = (from: number, to: number) =>
    to >= from ? printed(tenths(to - from, from), 1) : `-${printed(tenths(from - to, from), 1)}`;
  const lines = [...rows, { name: "Total", base, level }].map((one) => [
    one.name,
    printed(one.base, 1),
    printed(one.level, 1),
    growth(one.base, one.level),
  ]);
  const right = [["Partner", "2022", "2023", "Change, %"], ...lines];
  const at = draw.whole(1, rows.length);
  const cell = right[at]?.[2] as string;
  const to = swapped(cell) ?? otherDigit(cell, draw) ?? cell;
  const wrong = right.map((row, i) => (i === at ? row.map((one, column) => (column === 2 ? to : one)) : row));
  return { right, wrong, slip: { kind: "cell", from: cell, to } satisfies Slip };
}

export function planted(seed: number): Planted {
  const draw = new Draw(seed);
  const language = seed % 10 === 8 ? "zh" : seed % 10 === 9 ? "de" : "en";
  const templates = language === "zh" ? CHINESE : language === "de" ? GERMAN : ENGLISH;
  const said = Array.from({ length: 5 }, () => draw.of(templates)(draw));
  const slips: Slip[] = [];
  const mistaken = said.map(({ text, parts }, i) => {
    if (i >= 2) return text;
    const part = draw.of(parts);
    const made = slipOf(part, draw);
    if (made === undefined || text.split(part).length !== 2) return text;
    slips.push({ kind: made.kind, from: part, to: made.to });
    return text.replace(part, () => made.to);
  });
  const table = language === "en" ? tableOf(draw) : undefined;
  if (table !== undefined) slips.push(table.slip);
  const saying = (
    paragraphs: readonly string[],
    rows: readonly (readonly string[])[] | undefined,
  ): Saying => ({
    title: language === "zh" ? "贸易" : language === "de" ? "Handel" : "Trade",
    day: "2024-01-15",
    paragraphs,
    ...(rows === undefined ? {} : { table: { caption: "Exports by partner, US$ m", rows } }),
  });
  return {
    seed,
    language,
    right: saying(
      said.map((one) => one.text),
      table?.right,
    ),
    wrong: saying(mistaken, table?.wrong),
    slips,
  };
}
