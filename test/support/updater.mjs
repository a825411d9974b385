// Saves rates of many days into a cache, one day at a time: updater.mjs FOLDER FIRST COUNT; the test runs several at
// once, and kills some. It uses the built package through the door that `update` uses.
import { createServer } from "node:http";
import { update } from "trade-figures/data";

const [folder, first, count] = process.argv.slice(2);
const day = (at) => new Date(Date.UTC(2010, 0, 1) + at * 86_400_000).toISOString().slice(0, 10);
let at = Number(first);
const server = createServer((_, response) => response.end(`observation_date,DEXCHUS\n${day(at)},6.8270\n`));
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const host = `http://127.0.0.1:${server.address().port}`;
for (const end = at + Number(count); at < end; at++) {
  await update("fred", { folder, host, now: new Date(), from: "2010-01-01", to: "2023-01-01" });
  process.stdout.write(`${day(at)}\n`);
}
server.close();
