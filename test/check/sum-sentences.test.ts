import { describe, expect, it } from "vitest";
import { check, read } from "../../src/index.js";

const verdicts = (text: string) => check(read(text)).claims.map(({ verdict }) => verdict);

describe("sums and shares whose total says more than its parts", () => {
  it.each([
    "The interim dividend was $3.0m and the final $5.0m, taking the shares to $120.0m.",
    "The interim payment is $3.0m; the final payment is $5.0m, which takes debt to $20.0m.",
    "It opened 48 shops and closed 60 shops, a net loss of 12 shops.",
    "The fund bought $5.2m of shares and sold $3.2m of bonds, a net $4.0m outflow.",
    "The museum received $5.2m in gifts and sold $3.2m of bonds, a net $8.4m.",
    "She won $300 and lost $100, a net gain of $150 with the bonus.",
    "It exported goods worth $50.0m and imported $42.0m worth, resulting in a services surplus of $3.0m.",
    "It exported goods worth $50.0m and imported $42.0m worth, which left a cumulative surplus of $80.0m.",
    "It imported goods worth $50.0m and exported $42.0m worth, leaving an overall deficit of $3.0m.",
    "It imported goods worth $50.0m and exported $42.0m worth, leaving a deficit of $2m in services.",
    "Revenue was $42m and spending $50m, leaving a deficit of $3m excluding interest.",
    "Revenue was $42.0m and spending $50.0m, which leaves $5.0m to be borrowed, with $3.0m from reserves.",
    "Revenue was $42.0m and spending $50.0m, leaving a gap of $3.0m, thanks to other income of $5.0m.",
    "Exports of $50.0m set against imports of $42.0m gave a surplus of $9.9m with services.",
    "The share of gold in reserves of $40bn has risen to 10%, or $1.0bn from a year ago.",
    "The share of gold in reserves of $40bn has risen to 10%, or $1.0bn up on the year.",
    "Customers abroad took 40% of sales of $5.0m, that is $0.5m more than last year.",
    "The family sold 2.4 million of the 10 million shares it owns, a total stake of 3%.",
    "The family has 4.0 million of the 10.0 million shares, a voting stake of 60%.",
    "Of the 4,000 farmers who were asked, 1,000, or 12%, of all women said no.",
    "It added solar plants of 40 MW and 60 MW, for a total of 400 MW.",
    "It hired 300 workers and cut 120 workers, for a total of 250 workers.",
    "It sold 18 ships and scrapped 12 ships, bringing its total to 25 ships.",
    "Spain sold 4.1 TWh and France 3.2 TWh, compared with a total of 19.5 TWh the year before.",
  ])("%s", (text) => expect(verdicts(text)).not.toContain("inconsistent"));

  it.each([
    "The interim dividend was $3.0m and the final $5.0m, taking the total dividend to $9.0m.",
    "It opened 48 shops and closed 60 shops, a net loss of 22 shops.",
    "It opened 48 shops and closed 17 shops in the year, a net gain of 41 shops.",
    "The fund bought $5.2m of shares and sold $3.2m, a net $4.0m.",
    "It exported goods worth $50.0m and imported $42.0m worth, leaving a trade surplus of $3.0m.",
    "Revenue was $42m and spending $50m, leaving a deficit of $3m.",
    "Exports of $50.0m set against imports of $42.0m gave a surplus of $9.9m.",
    "The share of gold in reserves of $40bn has risen to 10%, or $1.0bn.",
    "Customers abroad took 40% of sales of $5.0m, that is $0.5m.",
    "The family owns 2.4 million of the 10 million shares in issue, a stake of 34%.",
    "Of the 4,000 farmers who were asked, 1,000, or 12%, said no.",
    "China gave $18m and Japan $12m, bringing the total to $25m.",
    "It added 40 km this year and 60 km last year, for a total of 90 km.",
    "He added that Germany bought $4.1bn and France $3.2bn, for a total of $9.3bn.",
    "The Spanish unit, acquired in 2020, sold 120 tonnes and 80 tonnes, for a total of 250 tonnes.",
    "It sold 120 tonnes of tin and 80 tonnes of zinc, for a total of 250 tonnes, against a total of 190 tonnes in 2020.",
    "It sold 120 tonnes of tin and 80 tonnes of zinc, a total of 250 tonnes.",
  ])("finds %s", (text) => expect(verdicts(text)).toContain("inconsistent"));
});
