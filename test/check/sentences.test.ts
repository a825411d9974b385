import { describe, expect, test } from "vitest";
import { check, read } from "../../src/index.js";

const options = { publishedOn: "2024-06-10" };
const outcome = (text: string) =>
  check(read(text, options), options).claims.map((one) => `${one.kind} ${one.verdict}`);

/** Sentences as they stand in trade news, each with what is found in it; where one is true, another has a wrong figure. */
describe("several figures before what they are compared with", () => {
  test.each([
    [
      "Steel rose 8% to $48.6bn and grain fell 5% to $38.0bn, from $45.0bn and $40.0bn respectively.",
      ["growth consistent", "growth consistent"],
    ],
    [
      "Steel rose 8% to $48.6bn and grain fell 5% to $38.0bn, from $40.0bn and $45.0bn respectively.",
      ["growth inconsistent", "growth inconsistent"],
    ],
    [
      "Cars rose 8% to $10.8bn, wine fell 4% to $4.8bn and oil rose 10% to $2.2bn, against $10.0bn, $5.0bn and $2.0bn.",
      ["growth consistent", "growth consistent", "growth consistent"],
    ],
    // Which of them the bases are of is not said twice.
    ["Cars rose to $10.8bn and wine fell to $4.8bn, against $10.0bn and $5.0bn a year earlier.", []],
    ["Cars rose 8% to $10.8bn and wine to $4.8bn, against $10.0bn and $5.0bn.", ["growth undecided"]],
    // Two years before one level.
    [
      "Revenue increased 10% to $110m in 2019 compared to $100m and $95m in 2018 and 2017.",
      ["growth consistent"],
    ],
  ])("%s", (text, found) => {
    expect(outcome(text)).toEqual(found);
  });
});

describe("another change that a change is compared with", () => {
  test.each([
    [
      "Exports fell 5% to $38.0bn, less than the drop from $45.0bn to $40.0bn a year ago.",
      ["growth undecided", "change consistent"],
    ],
    [
      "Exports fell to $38.0bn, compared with a drop from $45.0bn to $40.0bn a year ago.",
      ["change consistent"],
    ],
    ["Exports fell to $38.0bn, a drop from $40.0bn a year ago.", ["change consistent"]],
    ["Exports fell to $41.0bn, a drop from $40.0bn a year ago.", ["change inconsistent"]],
  ])("%s", (text, found) => {
    expect(outcome(text)).toEqual(found);
  });
});

describe("a balance beside exports and imports is no part of trade", () => {
  test.each([
    ["Trade was $190bn: exports $110bn, imports $80bn, balance $30bn.", ["sum consistent", "sum consistent"]],
    [
      "Trade was $190bn (exports $110bn, imports $80bn, surplus $30bn).",
      ["sum consistent", "sum consistent"],
    ],
    [
      "Trade was $190bn: exports $110bn, imports $80bn, with a positive balance of $30bn.",
      ["sum consistent", "sum consistent"],
    ],
    [
      "Trade was $190bn, consisting of $110bn of exports, $80bn of imports and a surplus of $30bn.",
      ["sum consistent", "sum consistent"],
    ],
    [
      "Trade was $190bn: exports $110bn, imports $80bn, balance $40bn.",
      ["sum consistent", "sum inconsistent"],
    ],
    [
      "Trade was $197.2bn: exports $111.1bn, imports $81.1bn, balance $30.0bn.",
      ["sum inconsistent", "sum consistent"],
    ],
    ["Sales were $190bn: cars $110bn, wine $50bn, oil $30bn.", ["sum consistent"]],
  ])("%s", (text, found) => {
    expect(outcome(text)).toEqual(found);
  });
});

describe("what compares behind a rate hedges nothing", () => {
  test.each([
    [
      "Exports totaled 6.2 trillion won, 1.24 times more than 5.0 trillion won a year ago.",
      ["multiple consistent"],
    ],
    [
      "Exports totaled 6.2 trillion won, 1.34 times more than 5.0 trillion won a year ago.",
      ["multiple inconsistent"],
    ],
  ])("%s", (text, found) => {
    expect(outcome(text)).toEqual(found);
  });

  test("a hedge that stands elsewhere stays one", () => {
    const hedges = (text: string) =>
      read(text).mentions.flatMap((one) => ("figure" in one ? [one.hedge?.text] : []));
    expect(hedges("They were 1.24 times more than 5 trillion won.")).toEqual([undefined, undefined]);
    expect(hedges("Exports rose 20% to more than $5bn.")).toEqual([undefined, "more than"]);
    expect(hedges("Exports rose 20%, more than $5bn going to Japan.")).toEqual([undefined, "more than"]);
  });
});

describe("the rate that stands behind two amounts is the one that they are held to", () => {
  test.each([
    [
      "The deal is worth 1.5 billion pounds ($1.95 billion), at $1.30 to the pound.",
      ["conversion consistent"],
    ],
    [
      "The deal is worth 1.5 billion pounds ($2.15 billion), at $1.30 to the pound.",
      ["conversion inconsistent"],
    ],
    [
      "Exports were 200 million euros (about $220 million at an exchange rate of 1.10).",
      ["conversion consistent"],
    ],
    [
      "Exports were 200 million euros (about $220 million at an exchange rate of 1.30).",
      ["conversion inconsistent"],
    ],
    ["Exports were 70 trillion won ($50 billion at 1,400 won per dollar).", ["conversion consistent"]],
    ["Exports were 70 trillion won ($55 billion at 1,400 won per dollar).", ["conversion inconsistent"]],
    // A rate of the market elsewhere in the text is not the one that was used.
    [
      "The pound closed at $1.30 to the pound, after a deal of 1.5 billion pounds ($2.15 billion).",
      ["conversion undecided"],
    ],
  ])("%s", (text, found) => {
    expect(outcome(text)).toEqual(found);
  });
});

describe("bases that stand before the level, or in brackets", () => {
  test.each([
    ["Exports: $12.0bn (2022: $10.0bn, +20%).", ["growth consistent"]],
    ["Exports: $12.0bn (2022: $10.0bn, +30%).", ["growth inconsistent"]],
    ["Exports were up 20% at $12.0bn (last year: $10.0bn).", ["growth consistent"]],
    ["Exports of the first half were $12bn (June: $2bn, up 20%).", ["growth undecided"]],
    ["Up from $25.0bn, exports reached $30.0bn (+30%).", ["growth inconsistent"]],
    [
      "Imports were $8.0 billion lower at $21.0 billion, against $30.0 billion a year before.",
      ["change inconsistent"],
    ],
    ["Meat exports of $3.0bn make up 12% of the total of $25.0bn.", ["share consistent"]],
    ["Meat exports of $3.0bn make up 22% of the total of $25.0bn.", ["share inconsistent"]],
    ["Meat exports of $3.0bn make up 12% of it.", []],
  ])("%s", (text, found) => {
    expect(outcome(text)).toEqual(found);
  });
});

describe("percentage points where an amount moved by as many percent", () => {
  const rise =
    "Net sales increased 59 percentage points to $328.8 million in 2019 compared to $207.0 million in 2018.";
  test.each([
    [rise, ["points inconsistent"]],
    [rise.replace("59 percentage points", "59%"), ["growth consistent"]],
    // What else it may be, the sentence does not say.
    [rise.replace("59", "12"), []],
    [
      "Net sales were $93,662, a decrease of $9,688 or 9.4 percentage points versus prior year.",
      ["increment inconsistent"],
    ],
    ["It raised its stake by 5 percentage points to 40 million shares from 30 million shares.", []],
    ["The rate rose 2 percentage points to 40% from 38%.", ["points consistent"]],
  ])("%s", (text, found) => {
    expect(outcome(text).filter((one) => !one.startsWith("change"))).toEqual(found);
  });

  test("the repair is the unit", () => {
    const [repair] = check(read(rise)).claims.flatMap((one) => one.repairs);
    expect([repair?.kind, repair?.to, repair?.verdict]).toEqual(["unit", "59 percent", "consistent"]);
  });
});

describe("lists of one thing behind a number of another", () => {
  test.each([
    ["It has three plants: 400 workers in Lyon, 300 workers in Lille and 200 workers in Paris.", []],
    [
      "The port handled four cargoes: 12,000 tonnes of wheat, 8,000 tonnes of maize and 5,000 tonnes of rye.",
      [],
    ],
    ["He bought two lots: 1,200 shares and 800 shares.", []],
    ["The fleet of 27 vessels comprises 140 tugs and 13 dredgers.", []],
    ["It has 27 vessels: 14 tugs and 13 dredgers.", ["sum consistent"]],
    // Crews and ships may both be counted.
    ["It has 27 vessels: 14 tugs and 22 crews.", ["sum undecided"]],
    ["The hall has 500 seats: 460 visitors and 20 guests came.", ["sum undecided"]],
    ["It sold 1,270 tonnes: 714 tonnes of tin and 522 tonnes of zinc.", ["sum inconsistent"]],
    [
      "It sold 1,270 tonnes: 714 tonnes of tin; 534 tonnes of zinc; and 22 tonnes of lead.",
      ["sum consistent"],
    ],
  ])("%s", (text, found) => {
    expect(outcome(text)).toEqual(found);
  });
});

describe("true sentences that raised alarms", () => {
  test.each([
    "Gas exports brought in 20.5% more money, $5.3bn against $4.4bn, for 4.0% less gas.",
    "Debt was $48.6bn, of which $31.2bn was public, including $12.7bn owed to banks, and the remaining $17.4bn private.",
    "Net profit of $214m, excluding a one-off gain of $38m, was 8.1% higher than the $198m of last year.",
    "Payrolls rose in August; the July gain was revised to 89,000 from 114,000 and the June gain to 118,000 from 179,000.",
    "The deal, worth £400m ($512m at the time), would today cost $500m at the current rate of $1.25 to the pound.",
    "The fund returned 3.8% in the quarter, 9.6% over one year and 6.4% a year over five years, or 36% in all.",
    "The deficit narrowed to $4.8bn from $5.5bn, with exports up 2.8% to $21.9bn.",
    "The deficit came to 24.7bn, the difference between revenue of 318.2bn and spending of 343.0bn.",
    "Exports rose by $2bn, $1bn and $0.5bn, to $12bn, $9bn and $4.5bn, $25.5bn in all.",
    "Russia supplied 2.1m barrels a day, up from 1.4m, or 19% of imports of 11m.",
    "Total assets of $563m, made up of $324m in loans, $155m in securities and $84m in cash, were funded by deposits of $284m, other debt of $155m and equity of $124m.",
    "Imports averaged 167,000 tonnes a month in the quarter (184,000 in January, 180,000 in February and 137,000 in March), or 501,000 in total.",
    "Debt rose to 14,231 million pesos, equal to $677 million at the year-end rate of 21.02 per dollar, from 12,033 million.",
    "Tax took €4.6m, leaving €33.8m, of which €1.4m belonged to minorities and €32.4m to shareholders; a year earlier the shareholders had a loss of €4.7m.",
    "To the 300 MW already installed the plan adds 40 MW this year and 60 MW next year, for a total of 400 MW.",
    "The company opened 12 shops in Kent and 9 shops in Essex, for a total of 310 shops.",
    "China gave $18m and Japan $12m, bringing the total to $50m.",
    "Asia took 58% and Europe 23% of shipments of 88m tonnes, or 51.0m and 20.2m tonnes respectively.",
    "Revenue was $50m and costs were $60m, leaving a deficit of $12m after interest.",
    "A ($31bn), B ($22bn) and C ($9bn) together spent $12bn on research.",
    "It exported oil worth $50m and imported food worth $42m, leaving a trade surplus of $20m.",
    "It generated 18.7 TWh, 10.2 TWh hydro, 6.1 TWh nuclear and 2.4 TWh wind, compared with a total of 19.5 TWh in the previous year.",
    "Cars made up €1.05bn of exports, or 25%. Vans accounted for another €1.4bn, a third of the total.",
    "Germany took $200m of that, or 20%. France took another $300m, 30% of the total.",
    "Exports of $300m consisted of $100m of steel, $120m of copper, as well as $80m of grain.",
    "The $300m went to schools and roads: $100m on schools, $120m on roads, as planned, and $80m on clinics.",
    "Investment will total $300m: $100m in 2023; $120m in 2024; and in 2025, $80m.",
    "Exports rose to $12bn in May; a year earlier imports were $10bn, a rise of 4%.",
    "Exports were $8.0bn in May; a year earlier they were $8.2bn, a rise of 5.0% on 2021.",
    "Revenue of $110m was up from $100m, 10 percentage points faster than rivals.",
    "Gross margin was $93,662, a decrease of $9,688 or 9.4 percentage points of net sales.",
    "Market share rose 5 percentage points to $210m from $200m.",
    "Debt rose by 5 percentage points to $105bn, or 60% of GDP, from $100bn.",
    "For every 100 vacancies there were 240 jobseekers in March, vacancies having risen from 71,000 to 85,000.",
    "Total return was 9.7%, made up of 5.2% from income and 4.5% from capital growth, ahead of the index, whose 8.1% consisted of 5.5% and 2.6%.",
    "The programme has reached 86,000 households in four provinces: 31,000 in the north, 27,000 in the east and 28,000 in the capital.",
    "The firm has to pay $18.5 million, of which $12 million is compensation and $6.5 million interest, after the plaintiffs had sought $40 million.",
    "The bank made a profit of $80.7bn, of which $67.3bn came from currencies and $21.2bn from gold; the rest was a loss.",
    "Die Bank erzielte einen Gewinn von 80,7 Mrd. Franken, wovon 67,3 Mrd. auf Devisen und 21,2 Mrd. auf Gold entfielen.",
    "На складах осталось 3,2 тыс. тонн сахара: было 5,7 тыс., поступило 1,9 тыс., отгружено 4,4 тыс. тонн.",
    "Инфляция составила 11,8%: продовольствие подорожало на 10,6%, прочие товары — на 9,4%, услуги — на 16,1%.",
    "Спад за 2022 год пересмотрен с 1,2% до 1,4%.",
    "В зале было 156 пассажиров, в том числе 12 детей, и 6 членов экипажа — всего 162 человека.",
    "地铁里程达到612公里，其中年内新增38公里，较上年末的574公里增长6.6%。",
    "快递业务量1750.8亿件，日均约4.8亿件，其中异地件1583.4亿件，同城件156.4亿件，国际件11.0亿件。",
    "Between 2015 and 2020 exports grew by 8% a year on average, to $147bn from $100bn.",
    "Einschließlich einer Abschreibung von 95 Mio. Euro waren es 545 Mio. Euro und damit weniger als die 580 Mio. Euro des Vorjahres.",
    "固定资产投资1.86万亿元，增长3.4%，其中制造业投资增长8.1%，房地产开发投资下降9.3%。",
  ])("%s", (text) => {
    expect(outcome(text).filter((one) => one.endsWith("inconsistent"))).toEqual([]);
  });

  test("a gap is as large whichever side it is told from, and still has to fit", () => {
    const text =
      "The deficit was $25.7bn, the difference between revenue of $318.2bn and spending of $343.0bn.";
    expect(outcome(text)).toEqual(["sum inconsistent"]);
  });
});

describe("their false twins are found", () => {
  test.each([
    "Imports were $300m: from Germany $100m, from France $120m and from Spain $180m.",
    "Exports to Germany $4.1bn, to France $3.2bn and to Spain $2.1bn, together $12.4bn.",
    "The budget was $300m: $100m of it for schools, $120m of it for roads and $180m of it for clinics.",
    "Total assets of $663m, made up of $324m in loans, $155m in securities and $84m in cash, were funded by deposits of $284m.",
    "The firm has to pay $28.5 million, of which $12 million is compensation and $26.5 million interest, after they had sought $40 million.",
    "Exports were $8.0bn in May; a year earlier they were $8.2bn, a fall of 12.4%.",
    "Excluding one-off items profit of $214m was 18.1% higher than the $198m of last year.",
  ])("%s", (text) => {
    expect(outcome(text).filter((one) => one.endsWith("inconsistent"))).not.toEqual([]);
  });
});

describe("a change from one number to another in one unit", () => {
  test.each([
    ["The price rose from 1.20 to 1.38 dollars a tonne, or 15 percent.", ["growth consistent"]],
    ["The price rose from 1.20 to 1.38 dollars a tonne, or 25 percent.", ["growth inconsistent"]],
    ["Turnover went from 18.4 billion to 23.0 billion dollars, up 25 percent.", ["growth consistent"]],
    ["Output rose from 2.1 to 2.4 million tonnes.", ["change consistent"]],
    ["The rate rose from 3.2 to 3.5 percent.", ["change consistent"]],
    ["The rate rose from 3.5 to 3.2 percent.", ["change inconsistent"]],
    ["Estimates range from 2.1 to 2.4 million tonnes.", []],
    // Of another size: a scale may have been left out.
    ["Output rose from 900 to 1.2 million tonnes.", []],
  ])("%s", (text, found) => {
    expect(outcome(text)).toEqual(found);
  });
});

describe("what stands beside a change in the prose of agencies", () => {
  test.each([
    // Two bases: by how much it fell is said of the first.
    [
      "Tin stocks fell 6,200 tonnes in May to 41,300 tonnes from 47,500 (revised from 46,900) in April, compared with 38,800 in May 1986.",
      ["change consistent", "change undecided"],
    ],
    [
      "Tin stocks fell 6,200 tonnes in May to 44,300 tonnes from 47,500 (revised from 46,900) in April, compared with 38,800 in May 1986.",
      ["change inconsistent", "change undecided"],
    ],
    // In one month by $0.4bn, in a year by more.
    [
      "Reserves rose by $400m in May to total $12.1bn, compared with $9.8bn in May 1986.",
      ["increment undecided", "change undecided"],
    ],
    // A loss is no part of earnings.
    [
      "It had earnings of $3.1m, which included a loss of $8.0m on ships and $2.5m on a refinery.",
      ["sum undecided"],
    ],
    ["Guests spoke of the $40 melon, the $120 ride to the airport and rents of $15,000 a month.", []],
    // What is no rate of change.
    [
      "The company set 0.5 pct sulphur at 20 dlrs, up 40 cts, two pct sulphur to 18 dlrs, up 60 cts.",
      ["increment undecided", "increment undecided"],
    ],
    [
      "The crop was put at between two and 2.2m tonnes, against 2.3 to 2.5m tonnes in May, 29 to 38% down on last season's 3.1 to 3.2m tonnes.",
      ["growth consistent"],
    ],
    [
      "The crop was put at 2.1m tonnes, against 2.4m tonnes in May, 54% down on last season's 3.1m tonnes.",
      ["growth inconsistent"],
    ],
    ["It will save $2.4bn in 1989 and $3.1bn in 1990, for a total of $9.9bn over three years.", []],
    [
      "Turnover rose 6.1% to 18.4m marks on a 3.2% higher staff total of 1.9m.",
      ["growth undecided", "growth undecided"],
    ],
    ["The office revised down the gains in jobs, from 157,000 to 133,000.", ["change consistent"]],
    ["The office revised up the gains in jobs, from 157,000 to 133,000.", ["change inconsistent"]],
    ["It raised the contract prices for fuel from 25 cents to 60 cents a barrel.", ["change consistent"]],
    [
      "The dividend is 11 cents on the split shares, a 10% increase from the 20 cents before the split.",
      ["growth undecided"],
    ],
    // As far from a half as "doubled" may be from twice.
    ["The loss was halved to $21m from $50m.", ["multiple consistent"]],
    ["The loss was halved to $15m from $50m.", ["multiple inconsistent"]],
    ["Der Beitrag soll von 4,5 auf 3,5 oder 3,6 Prozent sinken.", []],
  ])("%s", (text, found) => {
    expect(outcome(text)).toEqual(found);
  });
});

describe("figures in brackets and parts that take away, in annual reports", () => {
  test.each([
    ["Research costs were $61m in 2002 ($58m in 2001 and $47m in 2000).", ["change undecided"]],
    ["It will cost $45m ($30m in 2024 and $15m in 2025).", ["sum consistent"]],
    ["It will cost $45m ($30m in 2024 and $35m in 2025).", ["sum inconsistent"]],
    ["Leases include $61m and $58m for tankers ($47m and $33m of it for new ones).", []],
    [
      "Sales rose by 2.1%, which included operational growth of 4.8% and a negative currency impact of 2.7%.",
      ["sum consistent"],
    ],
    [
      "Sales rose by 2.1%, which included operational growth of 4.8% and a negative currency impact of 1.7%.",
      ["sum inconsistent"],
    ],
    [
      "Sales fell by 0.3%, which included growth of 0.8% and a negative currency impact of 1.1%.",
      ["sum consistent"],
    ],
    [
      "Legal expenses were $0.9bn, which included a gain of $0.6bn and lower fees of $0.5bn.",
      ["sum undecided"],
    ],
    ["We set $276m aside. Of this $276m, $130m was for plants.", []],
    ["We set $276m aside. Of this $276m, $130m was for plants and $180m for ships.", ["sum inconsistent"]],
    [
      "Depreciation was $46m in 1995 and $47m in 1994, of which $33m and $34m, respectively, was of plants at home.",
      [],
    ],
    [
      "The allowance grew by $5,700 in 2021, increasing from $93,500 at the end of 2020 to $99,200 at the end of 2021.",
      ["change consistent"],
    ],
    [
      "The allowance grew by $4,700 in 2021, increasing from $93,500 at the end of 2020 to $99,200 at the end of 2021.",
      ["change inconsistent"],
    ],
  ])("%s", (text, found) => {
    expect(outcome(text)).toEqual(found);
  });
});

describe("an amount that another is compared with, or that stands beside it, did not become the next", () => {
  test.each([
    // Two bases of one level.
    [
      "Imports fell to 4.1bn rupees in May from 4.4bn in April and compared with 3.9bn in May 2018.",
      ["change consistent", "change undecided"],
    ],
    [
      "Loans rose to $36.0bn in May from $35.8bn in April but fell from $36.9bn a year ago.",
      ["change consistent", "change consistent"],
    ],
    [
      "It earned $39m, including gains of $11m on land and $7m on ships, down from $41m in 2018.",
      ["sum undecided"],
    ],
    ["It made a $676m loss in the quarter, against a $375m profit a year before.", []],
    [
      "The cost rose to 702 yuan in 1985 from 520 in 1980, cutting the profit to 117 yuan a tonne from 218.",
      ["change consistent", "change consistent"],
    ],
    // Another verb, or another clause, is of the rate.
    ["Falling oil prices pushed the inflation rate to 7% from 6%.", []],
    ["Shares rose as the bank brought its lending rate to 7% from 8%.", []],
    ["The bank raised its lending rate to 7% from 8%.", ["change inconsistent"]],
    ["Shares rose 3.5 percent from 120.5 a year ago.", []],
    ["Earnings per share rose to 2.31 dlrs from 2.64.", ["change inconsistent"]],
    ["The index closed down 12.4 points, or 3%, at 4,120.5.", ["increment inconsistent", "growth undecided"]],
  ])("%s", (text, found) => {
    expect(outcome(text)).toEqual(found);
  });
});

describe("figures of two years and adjustments, in quarterly reports", () => {
  test.each([
    [
      "Some 84% of our people are at home, of which 70% are women, 30% are young and 19% are new.",
      ["sum undecided"],
    ],
    [
      "Goodwill of $19m consisted of $13m in lending in both years, and $6m and $5m in cars at the end of 2023 and 2022.",
      [],
    ],
    ["In total $5.0 billion was borrowed, consisting of $3.5 billion in notes and an $800.0 loan.", []],
    ["Benefits were $4.6, $5.3, and $6.5, of which $3.7, $4.2, and $5.1 were for staff.", []],
    [
      "Charges were $14m and $30m, consisting of $5m and $13m in write-downs, and $9m and $17m in severance.",
      [],
    ],
    [
      "Profit increased to $2,787 in 2023 compared to $2,554 in 2022, reflecting an increase of $193 from sales and an increase of $40 from prices.",
      ["change consistent"],
    ],
    [
      "Profit increased to $2,787 in 2023 compared to $2,554 in 2022, an increase of $193.",
      ["change inconsistent"],
    ],
    ["The loss on debt increased $6.28m from a $0.03m gain in 2022 to a loss of $6.25m in 2023.", []],
    ["A loss of $2.3m primarily consisted of $1.5m of fees and $0.9m of rent.", ["sum undecided"]],
    ["A loss of $2.9m consisted of $1.5m of fees and $0.9m of rent.", ["sum inconsistent"]],
    [
      "These include charges on plant of $125m, on loans of $17m, on stocks of $26m and other costs of $36m.",
      [],
    ],
  ])("%s", (text, found) => {
    expect(outcome(text)).toEqual(found);
  });
});

describe("losses beside earnings, and lists that are not whole, in annual reports", () => {
  test.each([
    [
      "A loss of $3.5m decreased by $5.0m compared with earnings of $1.5m a year before.",
      ["increment undecided"],
    ],
    [
      "Operating EBIT was a loss of $35m in May, down $461m from Operating EBIT of $426m in April.",
      ["increment undecided"],
    ],
    [
      "We had $61m of operating loss, a decrease of $483m, or 114%, compared to $423m of operating income.",
      ["growth undecided"],
    ],
    [
      "Net income was $2,300, or $2.77 per share, in 2023, an increase from $1,785, or $2.13 per share, in 2022.",
      ["change consistent", "change undecided"],
    ],
    [
      "The loss was $957m: $365m in A, $275m in B, $79m in C, and the remainder in others.",
      ["sum undecided"],
    ],
    ["The 18% in shares is composed of 81% abroad, 11% at home and 8% in funds.", []],
    [
      "The price of $56.9m was comprised of $30.1m in cash, net of $3.7m of costs, and 715,413 shares worth $26.7m.",
      [],
    ],
    [
      "We had contracts of $328m for this (including $102m to sell yen, $77m to sell pounds and $58m to buy yuan).",
      [],
    ],
    [
      "We have (i) $12.1m in rights, consisting of $11.6m of our own and $0.5m of others, (ii) $8m of stocks, and (iii) $7m of cash.",
      [],
    ],
  ])("%s", (text, found) => {
    expect(outcome(text)).toEqual(found);
  });
});

describe("what stands between the ends of a change, in the prose of agencies", () => {
  test.each([
    ["Profit rose to $44m, after a $1m extraordinary gain, from $35m the year before.", []],
    [
      "January exports compared with a December figure of $15bn and were 25% below last year's level of $18.9bn.",
      [],
    ],
    ["Gold was 4.71 billion (4.90 billion and 3.83 billion), other reserves 354m (365m and 312m).", []],
    [
      "Demand is rising by 300 tonnes to 13,200 tonnes, against a 50 tonne increase in supply to 14,050 tonnes.",
      ["increment undecided"],
    ],
    ["He saw sterling rising another two cents this week from around $1.60.", []],
    ["The number fell to 3.23m, or 11.7%, from 3.30m, 11.9%, in January.", ["change consistent"]],
    ["The number fell to 3.23m from 3.80m in January, or 15%.", ["growth consistent"]],
    [
      "Orders stood at 32.7 billion crowns, or $4.8 billion, up from 30.9 billion, or $4.5 billion.",
      ["conversion undecided"],
    ],
    [
      "The surplus rose by 70% in February, year-on-year, to $8.14bn from $5.7bn in January.",
      ["growth undecided"],
    ],
    [
      "The surplus rose by 70% in February, year-on-year, to $8.14bn from $5.7bn a year before.",
      ["growth inconsistent"],
    ],
    ["It has raised the fee for coffee contracts to 6 cents from 4 cents.", ["change consistent"]],
    [
      "The number of jobless men rose by 2,000 in the month to 436,500 compared with 470,700 a year earlier.",
      ["increment undecided"],
    ],
    [
      "Of imports of 1.8m tonnes, against 1.81m, Australia is to supply 0.55m, against 0.47m, and Spain 0.35m, against 0.33m.",
      [],
    ],
    ["Debt was cut by nearly half to $66.2bn from $124.6bn.", ["growth consistent"]],
    [
      "The crop is put at 9.5m to 9.8m tonnes, 21 to 23% down on last season's 12.4m tonnes.",
      ["growth consistent"],
    ],
    [
      "The crop is put at 9.5m to 9.8m tonnes, 51 to 53% down on last season's 12.4m tonnes.",
      ["growth inconsistent"],
    ],
  ])("%s", (text, found) => {
    expect(outcome(text).filter((one) => one !== "change undecided")).toEqual(found);
  });
});

test("what is taken off behind the parts of a total is taken off", () => {
  const says = (less: string) =>
    `Of the $95 million increase in sales, $40 million came from new shops and $70 million from prices, less ${less} from volume.`;
  expect([outcome(says("$15 million")), outcome(says("$5 million"))]).toEqual([
    ["sum consistent"],
    ["sum inconsistent"],
  ]);
});

describe("true sentences that look like changes and sums of one thing", () => {
  test.each([
    "Net sales were $5.2bn for the first nine months, growing to $2.1bn in the fourth quarter.",
    "Loans were $5.2bn in total, growing to $2.1bn for small firms.",
    "Of the $520m of exports in May, $310m was of oil, compared with $350m in April.",
    "Of its $5.3bn of debt, $3.1bn falls due by 2027 and $4.0bn has a fixed rate.",
    "Net debt was $90m, which included $110m of loans and $20m of cash.",
    "Price cuts drove its share of the market from 14% to 19%.",
    "The fall in bond prices pushed yields from 4.2% to 4.6%.",
    "A fall in costs took the operating margin from 11% in 2019 to 14% in 2020.",
    "Output rose 2% on the month to 105 tonnes, 8% up on last year's 97 tonnes.",
    "Sales reached $105m, against $101m last week, 5% down on last season's $110m.",
    "Cash fell to $5m after a $1m gain from $9m a year earlier.",
    "Profit rose to $9m on a $2m gain from $6m a year earlier.",
  ])("%s", (text) => {
    expect(outcome(text).filter((one) => one.endsWith("inconsistent"))).toEqual([]);
  });
});
