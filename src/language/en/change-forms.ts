/** The ways in which English says one and the same change, for the patterns of `change-rules.ts`. */
export const FORMS: Readonly<Record<string, readonly string[]>> = {
  // "increased", "increased sharply by", "increased in 2019 by"
  grew: ["VERB SLIGHTLY? by?", "VERB in|for|during ~4 PERIOD ,? by"],
  // "grew 5%, or $4m": by an amount and a rate, whichever comes first
  "grew-both": [
    "<grew> INC [in|during ~2 PERIOD] ,? or by? RATE ,?",
    "<grew> RATE ,? or by? INC ,?",
    "<grew> INC ( RATE ) ,?",
    "<grew> RATE ( INC ) ,?",
    "<grew> INC , a|an NOUN of RATE ,?",
    "BE INC ,? or RATE ,? MORE",
  ],
  "grew-inc": ["<grew> INC ,?", "BE INC MORE"],
  "grew-rate": ["<grew> RATE ,?", "BE RATE MORE"],
  // what stands behind a level and says how it came about: ", an increase of 5%", ", up $4m or 5%"
  "rise-both": [
    "a|an ~1 NOUN of INC ,? or RATE ,?",
    "a|an ~1 NOUN of RATE ,? or INC ,?",
    "a|an ~1 NOUN of INC ( RATE ) ,?",
    "a|an ~1 NOUN of RATE ( INC ) ,?",
    "and NOUN of INC ,? or RATE ,?",
    "a|an INC ,? or RATE ,? NOUN",
    "a|an RATE ,? or INC ,? NOUN",
    "a|an INC ( RATE ) NOUN",
    "INC ,? or RATE ,? MORE",
    "INC ( RATE ) MORE",
  ],
  "rise-inc": ["a|an ~1 NOUN of INC ,?", "a|an INC NOUN !in|of|to"],
  "rise-rate": ["a|an ~1 NOUN of RATE ,?", "a|an RATE NOUN", "RATE MORE"],
  "rise-points": ["a|an ~1 NOUN of POINTS ,?", "a|an POINTS NOUN", "POINTS MORE"],
  "up-both": [
    "VERB SLIGHTLY? by? INC ,? or by? RATE ,?",
    "VERB SLIGHTLY? by? RATE ,? or by? INC ,?",
    "VERB SLIGHTLY? by? INC ( RATE ) ,?",
    "VERB SLIGHTLY? by? RATE ( INC ) ,?",
  ],
  "up-inc": ["VERB SLIGHTLY? by? INC ,?"],
  "up-rate": ["VERB SLIGHTLY? by? RATE ,?"],
  "up-points": ["VERB SLIGHTLY? by? POINTS ,?"],
  // what parts a level from what it grew by
  comma: [", INTRO?", "INTRO"],
  and: [", and?", "and"],
  // "in 2019 and 2018, respectively"
  dated: ["~8 PERIOD and"],
  when: ["in|for|during|at|as ~5 PERIOD ,?", "from|over|versus PERIOD ,?", "ON_YEAR ,?"],
  // what a level is compared with
  than: [
    "COMPARED PERIOD? ’|'? s? BASE",
    "VERSUS ~6 of BASE",
    "from PERIOD ~4 of BASE",
    "from ~6 of BASE in|for|during ~4 PERIOD",
    "( PERIOD :? BASE )",
  ],
  // "from January's 129 mln", "from a record of 4.2 billion": that it is of the same thing is looked at behind the pattern
  from: ["COMPARED BASE", "COMPARED PERIOD ’|'? s? BASE", "COMPARED ~6 of|record BASE"],
  // "higher than the $5bn", "above the $5bn", "below Tuesday's $5"
  beyond: ["than the? BASE", "the BASE", "than|on? PERIOD ’|'? s? BASE"],
  over: ["over|on|above PERIOD? ’|'? s? BASE", "over|on|above PERIOD ~4 of BASE"],
  "which-is": [",? BE", ", or? which?", ", which BE"],
  // what spending is more than revenue: "a gap of $8m", "$8m to be borrowed"
  shortfall: [
    "a budget|fiscal|trade? deficit|gap|shortfall|hole of TOTAL !in|on|from",
    "TOTAL to be borrowed|financed|raised|found",
  ],
  // what exports are more than imports, or less; but not "a deficit of $2m in services"
  "trade-balance": [
    "a|an|the? trade|positive|negative? surplus|deficit|balance|gap|shortfall of TOTAL !in|on|from",
  ],
  // both dividends of a year
  "year-dividend": [
    "~3 total|payout|dividend|dividends !return|returns|yield|cover ~4 TOTAL",
    "~1 TOTAL ~2 for the full? year",
  ],
  // what was gained less what was lost
  net: ["~3 net ~1 NOUN of TOTAL", "or? ~1 net TOTAL !outflow|inflow|more|less"],
  // "exported goods to the value of $50m"; of some goods alone it is no part of a balance
  "goods-worth": ["[goods] [worth|valued ~1]", "[goods] to the value of"],
  // what leads to the same in other terms
  "that-is": ["that is ,? [to say] ,?", "ie ,?"],
  // "to Germany ($12bn), France ($10bn) and Spain ($8bn)"
  "in-brackets": [
    "~6 ( PART ) and|, ~5 ( PART )",
    "~6 ( PART ) , ~5 ( PART ) [, ~5 ( PART )] ,? and ~5 ( PART )",
  ],
};

/** What a change is told by: an amount and a rate, or one of them. */
const BY = ["both", "inc", "rate"];

/** Patterns, of which one that names `<rise-*>` is one for each of `BY`, in its order. */
export const spelled = (...patterns: readonly string[]) =>
  patterns.flatMap((pattern) =>
    pattern.includes("-*>") ? BY.map((by) => pattern.replaceAll("-*>", `-${by}>`)) : pattern,
  );
