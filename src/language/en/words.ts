import { wordMap, wordSet } from "../word-list.js";

/** The words that the reader goes by, lower case. Verbs stand in all their forms. */

/** Verbs that say that something grew; "advances" are as often what a bank has lent. */
export const UP_VERBS = wordSet(`
  rise rises rose risen rising grow grows grew grown growing increase increases increased increasing climb climbs climbed
  climbing jump jumps jumped jumping surge surges surged surging soar soars soared soaring gain gains gained gaining
  advance advanced advancing expand expands expanded expanding leap leaps leaped leapt leaping skyrocket
  skyrockets skyrocketed skyrocketing rocket rocketed rally rallies rallied rallying rebound rebounds rebounded
  rebounding recover recovers recovered widen widens widened widening strengthen strengthens strengthened strengthening
  appreciate appreciates appreciated appreciating add adds added adding accelerate accelerates accelerated raise raises
  raised raising lift lifts lifted lifting boost boosts boosted boosting swell swells swelled swelling quicken quickens quickened quickening spike spikes
  spiked spiking firm firmed balloon ballooned ballooning edge mount mounted mounting deepen deepened deepening improve improves improved improving
  hike hikes hiked hiking up upped outgrew multiply bounced bounce multiplied zoom zoomed vault vaulted shoot shot`);

/** Verbs that say that something shrank. */
export const DOWN_VERBS = wordSet(`
  fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases
  decreased decreasing shrink shrinks shrank shrunk shrinking plunge plunges plunged plunging tumble tumbles tumbled
  tumbling slump slumps slumped slumping slide slides slid sliding sink sinks sank sunk sinking slip slips slipped
  slipping dip dips dipped dipping contract contracted contracting plummet plummets plummeted plummeting lose
  loses lost losing shed sheds shedding ease eases eased easing cut cuts cutting reduce reduces reduced reducing lower
  lowers lowered lowering narrow narrows narrowed narrowing weaken weakens weakened weakening depreciate depreciates
  depreciated depreciating crash crashed collapse collapsed collapsing evaporate evaporated shaved shave trim trims
  trimmed trimming slash slashes slashed slashing down retreat retreats retreated dive dived diving nosedived slowed
  slow slows slowing dwindle dwindled halve dent dented erode eroded crater cratered devalued devalue diminish diminishes diminished diminishing compress compressed compresses moderated abated receded`);

/** Of these, what one does to something else: "it raised $4 million" says nothing of the figure before it. */
export const VERBS_WITH_OBJECT = wordSet(`
  add adds added adding raise raises raised raising lift lifts lifted lifting boost boosts boosted boosting hike hikes hiked hiking
  lose loses lost losing shed sheds shedding cut cuts cutting reduce reduces reduced reducing lower lowers lowered lowering
  gain gains gained gaining trim trims trimmed trimming slash slashes slashed slashing shaved shave recover recovers recovered
  mount mounted mounting expand expands expanded expanding multiply multiplied`);

/** Before "up" that is no rise: "they make up 12% of the total". */
export const MAKES_UP = wordSet("make makes made making");

/** What an amount may be compared with that it did not change from. */
export const OTHER_BASES = wordSet(`
  target targets targeted goal goals forecast forecasts guidance budget budgeted consensus expectation expectations limit minimum
  maximum capacity hurdle`);

/** Verbs in the form of what is now or is to come: "tariffs rise by 5% from June" says when, not against what. */
export const PRESENT_VERBS = wordSet(`
  rise rises rising grow grows increase increases increasing raise raises raising hike hikes hiking lift lifts lifting
  fall falls drop drops decrease decreases reduce reduces lower lowers go goes add adds`);

/** Nouns that name a growth; "a rise of 5 percent", "a 5 percent rise". */
export const UP_NOUNS = wordSet(`
  rise rises increase increases growth gain gains jump jumps surge surges expansion climb upturn rebound hike hikes
  leap improvement rally appreciation uptick upswing recovery boost acceleration advance increment raise spike`);

export const DOWN_NOUNS = wordSet(`
  fall falls drop drops decline declines decrease decreases reduction reductions slump contraction cut cuts loss plunge
  slide dip downturn shrinkage depreciation slowdown tumble cutback collapse devaluation falloff setback dive`);

/** "28% more than", "4% lower than last year's". */
export const MORE_WORDS = wordSet(
  "dearer pricier costlier more higher greater larger bigger up above stronger faster better over ahead",
);

export const LESS_WORDS = wordSet("cheaper less lower fewer smaller down below weaker slower under worse");

/** Words that lead from a growth to the level that it reached. */
export const REACH_WORDS = wordSet(`
  达 至 到 报 to reach reaches reached reaching hit hits hitting total totals totalled totaling totalling totaled exceeding topping
  amounting`);

/** Words between a verb and its rate that say nothing about it. */
export const FILLERS = wordSet(`
  by about around nearly almost some roughly approximately approx only just over under at least most much
  as a an the average of further another additional sharply slightly sharp steady modest modestly steadily
  rapidly quickly year on yoy annual annually actual real nominal an extra estimated strong strongly respectable healthy
  - between annualised annualized seasonally quarter month virtually well merely total cumulative combined whopping massive hefty record mere healthy robust
  impressive dramatic dramatically significantly considerably overall back in terms yuan dollar us rmb dollars price
  prices constant value volume aggregate percent compound seasonally adjusted unadjusted`);

/** The same between a rate and the noun or the comparative behind it: "5% in volume growth". */
export const FILLERS_BEHIND_RATE: ReadonlySet<string> = /* @__PURE__ */ new Set([...FILLERS, "in"]);

/** Words that make a statement one about what is to come. */
export const FORECAST_WORDS = wordSet(`
  will would could may might should shall expect expects expected expecting forecast forecasts forecasting predict
  predicts predicted project projects projected projecting anticipate anticipated anticipates estimate estimates target
  targets targeted aim aims aiming likely plan plans planned seek seeks seeking if hopes hoped hope`);

export const NEGATIONS = wordSet(
  "not no never neither nor failed fails fail without didn doesn don isn wasn aren cannot hardly",
);

/** Words that begin another statement: a level behind them is not this growth's. */
export const CLAUSE_WORDS = wordSet(
  "while whereas but although though because since when which who where after before",
);

export const FUNCTION_WORDS = wordSet(`
  a an the of in on at to for from by with and or but as than that this these those it its his her their our is are was
  were be been being has have had do does did will would could may might should can not no if so such which who whom
  whose what when where while after before since until between among about over under up down out off into onto per each
  every all both either neither nor only just also very more most less least other another some any many much few said
  says say told according he she they we you i during against through because however percent per cent points point
  year years month months quarter quarters week weeks day days hour hours minute minutes last next ago earlier later
  compared versus vs respectively respectively then there here one two via without within`);

export const MONTHS = wordMap({
  "january jan": 1,
  "february feb": 2,
  "march mar": 3,
  "april apr": 4,
  may: 5,
  "june jun": 6,
  "july jul": 7,
  "august aug": 8,
  "september sept sep": 9,
  "october oct": 10,
  "november nov": 11,
  "december dec": 12,
});

/** Of these, what is also a verb, and may have a capital as one; and the one that may stand behind a number: "50 may". */
export const MONTHS_THAT_ARE_VERBS = wordSet("may march");
export const MONTH_OR_MODAL = "may";

export const WEEKDAYS = wordSet("monday tuesday wednesday thursday friday saturday sunday");

/** Words before a number that is a name and not an amount: "flight 3272", "Article 24", "No. 3", "magnitude 5.2". */
export const NAMING_WORDS = wordSet(`
  no nos number flight article articles resolution section sections chapter page pages model boeing airbus route highway
  room phase channel fax tel telephone phone call isbn issn version magnitude aged age ages grade psalm act rule type class
  terminal gate unit boulevard interstate paragraph item figure fig table volume vol issue episode season windows iphone
  galaxy formula apollo catch studio group block plot track platform line lane building suite floor level decree order
  directive regulation law bill amendment title form schedule annex appendix clause note step stage round game set match
  week day pp ext extension box zip postcode id serial registration licence license patent docket case`);

/** Adjectives that make a record of an amount, with the end at which it stands. */
export const RECORD_WORDS = wordMap({
  "highest largest biggest strongest fastest greatest": "highest",
  "lowest smallest weakest slowest": "lowest",
} as const);

/** Abbreviations whose full stop does not end a sentence, in lower case. */
export const ABBREVIATIONS = wordSet(`
  mr mrs ms dr prof st jr sr gen sen rep gov lt col maj sgt capt rev hon no nos vs etc approx ca est inc corp co ltd plc bros dept fig vol pp art sec al jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri rs fr u.s u.k u.n e.u p.m a.m i.e e.g`);

/** Letters that end a sentence as words, and do not stand for a name. */
export const LETTERS_THAT_ARE_WORDS = wordSet("i");
