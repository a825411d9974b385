import type { NamedFlow, StoryLanguage } from "../story.js";
import { phraseList, wordSet } from "../word-list.js";
import { GAP, SURPLUS } from "./relation-words.js";

/** How English joins sentences that speak of one thing. */
export const ENGLISH_STORY: StoryLanguage = {
  flows: new Map<string, NamedFlow>([
    ["exports", "exports"],
    ["shipments", "exports"],
    ["imports", "imports"],
    ["purchases", "imports"],
    ["surplus", "balance"],
    ["deficit", "balance"],
    ["gap", "balance"],
    ["shortfall", "balance"],
    ["trade", "trade"],
    ["turnover", "trade"],
  ]),
  surplus: SURPLUS,
  gap: GAP,
  reach: wordSet(
    "was were is are had been stood came come reached hit totalled totaled amounted exceeded topped left leaves leaving posted",
  ),
  to: wordSet("to"),
  fill: wordSet(
    "to at a an the about around nearly almost some roughly approximately just only over under more less than been by further record new high low of total worth another",
  ),
  plain: wordSet(
    "so thus hence therefore then the a an its their our total overall all trade merchandise foreign and s",
  ),
  prepositions: wordSet("to from with of in between for by"),
  pronouns: wordSet("it they this that these those the figure number amount value volume"),
  breaks: wordSet("and while whereas but although as though because since when which who after before if"),
  earlier: wordSet("earlier ago before previous last prior preceding"),
  several: wordSet("two three four five six seven eight nine ten decade years"),
  year: wordSet("year"),
  another: wordSet(
    "estimate estimated estimates forecast expected preliminary provisional revised revision initially first-estimate first real nominal adjusted excluding without average annualised annualized core constant corrected not would could may might if quoted claimed instead target goal plan planned prices volume calculated restated",
  ),
  ofThis: phraseList(
    "of this|of that|of these|of those|of which|of the total|of this amount|of that amount|of this sum|of that sum|of this total|of that total",
  ),
  ofTotal: phraseList("of the total|of that|of this|of the sum|of the amount|of total"),
  that: wordSet("that this it which"),
  converts: wordSet("equivalent equal equals corresponds worth exchange rate rates converted"),
  trade: {
    verbs: new Map([
      ["exported", ["exports", "exports"]],
      ["imported", ["imports", "imports"]],
    ]),
    between: wordSet("between"),
    and: wordSet("and"),
    cited: wordSet("according"),
    sources: wordSet(
      "said says say saying repeated reiterated added noted announced confirmed showed shows show reported reports figures statistics data count books according bureau office administration department ministry",
    ),
    customs: wordSet("customs"),
    neutral: wordSet(
      "meanwhile however also and but while altogether together year month quarter compared against versus while respectively same period level annually month-on-month year-on-year percent up down growth increase decrease rise fall decline",
    ),
    ends: wordSet(
      "despite amid amidst thanks helped driven boosted led according with leaving giving bringing making",
    ),
    passes: wordSet("reached hit topped exceeded passed surpassed crossed broke"),
    narrows: wordSet("for"),
    terms: wordSet("terms denominated"),
    money: new Map([
      ["dollar", "USD"],
      ["dollars", "USD"],
      ["yuan", "CNY"],
      ["renminbi", "CNY"],
      ["rmb", "CNY"],
      ["euro", "EUR"],
      ["yen", "JPY"],
    ]),
    during: wordSet("in during for of throughout the"),
    since: wordSet("since until till before after by from than with to through up end"),
    allGoods: wordSet(
      "goods products value worth combined bilateral two-way two way province province's provincial country outbound mutual foreign s",
    ),
    possessives: wordSet("its their"),
    brings: wordSet("taking bringing pushing lifting"),
    sums: wordSet("total totals"),
    toward: {
      exports: wordSet("to with"),
      imports: wordSet("from"),
      total: wordSet("with"),
      owner: wordSet("of from by"),
    },
  },
};
