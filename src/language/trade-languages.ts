import { GERMAN_STORY } from "./de/story.js";
import { ENGLISH_STORY } from "./en/story.js";
import { RUSSIAN_STORY } from "./ru/story.js";
import type { StoryLanguage, TradeWords } from "./story.js";
import { CHINESE_STORY } from "./zh/story.js";

/** A language whose figures of trade can be held against published ones. */
export interface TradeLanguage extends StoryLanguage {
  readonly trade: TradeWords;
}

/** Those that can, by their codes. */
export const TRADE_LANGUAGES: ReadonlyMap<string, TradeLanguage> = new Map(
  Object.entries({ en: ENGLISH_STORY, de: GERMAN_STORY, ru: RUSSIAN_STORY, zh: CHINESE_STORY }).flatMap(
    ([code, one]) => (one.trade === undefined ? [] : [[code, { ...one, trade: one.trade }]]),
  ),
);
