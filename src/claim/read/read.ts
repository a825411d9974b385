import { FigureError } from "../../errors.js";
import type { Mention, Reading, ReadTextOptions } from "../reading.js";
import { readBare } from "./counts.js";
import { type Settings, scanAmounts } from "./scan.js";
import { Sentence } from "./sentence.js";
import { sentencesOf } from "./sentences.js";
import { remember } from "./whose.js";

/**
 * What a text says in figures: amounts of money, percentages and points, multiples, counts, rates and periods with their
 * places; and what they say of each other: conversions, growth with level and base, changes, sums and shares. Each figure
 * carries its interval. What was seen and not read is in `unread`, with the reason.
 */
export function read(text: string, options: ReadTextOptions = {}): Reading {
  if (typeof text !== "string") {
    throw new FigureError("unreadable", `expected a text, found ${typeof text}`);
  }
  const settings = settingsOf(options);
  const mentions: Mention[] = [];
  const unread: Reading["unread"][number][] = [];
  for (const stretch of sentencesOf(text)) {
    const s = new Sentence(text, stretch);
    readBare(s, scanAmounts(s, settings), settings);
    mentions.push(...s.amounts);
    for (const one of s.unread) unread.push(one);
    remember(s, settings.whose);
  }
  return { text, mentions, conversions: [], growth: [], changes: [], sums: [], shares: [], unread };
}

const COMMA_LOCALES = new Set("de fr es it nl pt ru pl sv da nb no fi cs hu ro tr el uk bg hr sk sl id vi".split(" "));

function settingsOf(options: ReadTextOptions): Settings {
  const language = (options.locale ?? "en").split(/[-_]/)[0]?.toLowerCase() ?? "en";
  if (!/^[a-z]{2,3}$/.test(language)) {
    throw new FigureError("bad-option", `no locale "${options.locale}": write it as en, de or zh-CN`);
  }
  const date = options.publishedOn;
  if (date !== undefined && !/^\d{4}(-\d\d){0,2}$/.test(date)) {
    throw new FigureError("bad-option", `publishedOn "${date}" is not a day: write 2023-10-23, 2023-10 or 2023`);
  }
  if (options.region !== undefined && !/^[A-Za-z]{2}$/.test(options.region)) {
    throw new FigureError("bad-option", `region "${options.region}" is not a country code: write AU or CH`);
  }
  return {
    style: { decimal: COMMA_LOCALES.has(language) ? "," : ".", spaces: false },
    whose: {
      region: options.region?.toUpperCase(),
      year: date === undefined ? undefined : Number(date.slice(0, 4)),
      seen: [],
    },
  };
}
