import type { RuleLanguage } from "../rule.js";
import { phraseList, wordMap, wordSet } from "../word-list.js";
import { FORMS } from "./change-forms.js";
import { CHANGES } from "./change-rules.js";
import { LENGTHS } from "./period-words.js";
import { BE } from "./relation-words.js";
import { SHARES } from "./share-rules.js";
import { ADDS, SUMS } from "./sum-rules.js";
import { DOWN_NOUNS, DOWN_VERBS, LESS_WORDS, MORE_WORDS, NEGATIONS, UP_NOUNS, UP_VERBS } from "./words.js";

/** How English says what its figures have to do with each other, beyond a rate with its level. */
export const ENGLISH_RULES: RuleLanguage = {
  rules: [...CHANGES, ...SUMS, ...SHARES],
  forms: FORMS,
  classes: {
    COMPARED: phraseList(
      "compared with|compared to|as compared with|as compared to|in comparison with|as against|as opposed to|versus|vs|against|from|up from|down from",
    ),
    BE: phraseList("was|were|is|are|was significantly|were significantly|was slightly|were slightly"),
    ON_YEAR: phraseList(
      "year on year|year - on - year|month on month|month - on - month|quarter on quarter|quarter - on - quarter|on the year|on the month|on the day",
    ),
    VERSUS: phraseList(
      "versus|vs|against|as against|compared with|compared to|as compared with|as compared to|compares with|compares to|compare with",
    ),
    EARLIER: phraseList(
      "during|in the prior|in the same|in the previous|in the corresponding|in the preceding|in the first half|a year|in|for the|last year|the year before|the previous year|the prior year|at the|a month|at the same",
    ),
    SLIGHTLY: phraseList(
      "slightly|sharply|significantly|substantially|modestly|marginally|strongly|steadily|overall|year-over-year|year over year|year on year",
    ),
    INTRO: phraseList(
      "representing|registering|recording|posting|showing|reflecting|represents|represented|which was|which is|which were|which represents|which represented|being|marking|was|were|or",
    ),
    REPRESENTS: phraseList(
      "representing|which represents|which is|equal to|equivalent to|, equal to|, equivalent to",
    ),
    SHARE_IS: phraseList(
      "representing|which represented|which represents|constituting|which constituted|comprising|which comprised|accounting for|which accounted for|which accounts for|which is equal to|which is equivalent to|equal to|equivalent to|which was|which is",
    ),
    CONSIST: phraseList(
      "consist of|consists of the|composed of|which comprises|which consists of|consisting of|consisted of|consisted of the|consists of|and consisted of|and consisted of the|which consisted of|comprising|comprised of|comprised|which comprised|made up of|being",
    ),
    LEAVES: phraseList(
      ", resulting in|resulting in|, giving|, leaving|leave|leaves|left|leaving|is|gives|give|gave|, gave|giving|yields|yielded|equals|makes|make|made",
    ),
    EARNS: phraseList("income|revenue|revenues|receipts|earnings|takings|inflows"),
    COSTS: phraseList("costs|expenses|spending|expenditure|outlays|payments|outflows|expenditures"),
    MAINLY: phraseList(
      "primarily consist of|primarily consists of|primarily consisted of|primarily consisting of|mainly consisted of|mainly consisting of|consist primarily of|consists primarily of|consist mainly of|consists mainly of|consist principally of|consists principally of|consist mostly of|comprised primarily of|comprising mainly|comprising primarily|comprised mainly of|consisting primarily of|consisted primarily of|consisting mainly of|consisted mainly of|consisting principally of|consisted principally of|consisting mostly of|consisted mostly of",
    ),
    CAUSED: phraseList(
      "due to|reflects|reflected|reflecting|because of|driven by|resulting from|resulted from|as a result of|attributable to|owing to|caused by|thanks to",
    ),
    OFFSET: phraseList(
      "partially offset by|partly offset by|offset by|offset partially by|offset in part by|, partially offset by|, partly offset by|, offset by|, less|net of|, net of",
    ),
    ADDING: [...ADDS].map((word) => [word]),
    MEANING: phraseList(
      "meaning|leaving|giving|yielding|which meant|which means|which left|which gave|resulting in",
    ),
    MAKING: phraseList("makes|make|making|made|brings|bring|bringing|takes|take|taking|gives|giving"),
    OPENED: phraseList("opened|added|built|opening|created"),
    CLOSED: phraseList("closed|shut|scrapped|retired|demolished|lost|cut"),
    HIRED: phraseList("hired|recruited|added"),
    FIRED: phraseList("cut|shed|dismissed|fired|lost"),
    TRADED: phraseList("bought|sold|exported|imported|shipped|spent|paid|produced|earned|took"),
    WITHIN: phraseList("of which|of whom|of them|of these|of those|of it"),
    INCLUDING: phraseList(
      "including|of which|among them|includes|included|which includes|which included|which represented",
    ),
    ADVERSE: phraseList("negative|a negative|an unfavorable|unfavorable|an unfavourable|an adverse|adverse"),
    FAVORABLE: phraseList("positive|a positive|a favorable|favorable|a favourable"),
    TOGETHER: phraseList(
      "together|for a total of|for an aggregate of|in aggregate|in the aggregate|aggregating|for a combined total of|for total consideration of|resulting in a total of|for an aggregate amount of|a total of|totalling|totaling|in total|which together make|which make|making a total of|making together",
    ),
    // without "a total of", which another word may make something else: "compared with a total of"
    COMBINED: phraseList(
      "together|for a total of|for an aggregate of|in aggregate|in the aggregate|aggregating|for a combined total of|for total consideration of|resulting in a total of|for an aggregate amount of|totalling|totaling|in total|which together make|which make|making a total of|making together",
    ),
  },
  up: { verbs: UP_VERBS, nouns: UP_NOUNS, more: MORE_WORDS },
  down: { verbs: DOWN_VERBS, nouns: DOWN_NOUNS, more: LESS_WORDS },
  negations: NEGATIONS,
  lengths: LENGTHS,
  soft: wordSet(
    "about around nearly almost some roughly approximately just only over a an the net us estimated total revised record new provisional previous seasonally adjusted average",
  ),
  softPhrases: phraseList(
    "more than|less than|fewer than|at least|at most|as much as|as many as|higher than expected|lower than expected|larger than expected|bigger than expected|smaller than expected|higher - than - expected|lower - than - expected|larger - than - expected|bigger - than - expected|smaller - than - expected",
  ),
  points: wordSet("pts pt points"),
  or: wordSet("or"),
  of: wordSet("of"),
  copulas: BE,
  ends: wordSet("to from against versus vs"),
  deals: wordSet("respectively"),
  rests: wordSet("remainder rest balance others"),
  clauses: wordSet("ahead whose after before as when since until unless if"),
  differences: wordSet("profit profits earnings income loss losses gain gains surplus deficit"),
  by: wordSet("by"),
  joins: wordSet("and , ; plus"),
  flows: wordMap({
    "exports export": "exports",
    "imports import": "imports",
    "surplus deficit gap shortfall balance": "balance",
  } as const),
  stops: wordSet("; while whereas but although though because which who and or ( ) :"),
};
