import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openRateBook, update } from "../../src/data/index.js";

type Play = (request: IncomingMessage, response: ServerResponse, n: number) => void;

let server: Server;
let host: string;
let folder: string;
let play: Play;
let requests: string[];

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request.url ?? "");
    play(request, response, requests.length);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "trade-figures-"));
  requests = [];
  return () => rmSync(folder, { recursive: true, force: true });
});

const now = new Date("2023-11-01T12:00:00Z");
const run = (id: string, more: Record<string, unknown> = {}) =>
  update(id, {
    folder,
    now,
    host,
    from: "2023-10-20",
    to: "2023-10-24",
    pause: 1,
    timeout: 180_000,
    ...more,
  });
const answer =
  (body: string | Uint8Array, status = 200, headers: Record<string, string> = {}): Play =>
  (_, response) => {
    response.writeHead(status, headers);
    response.end(body);
  };

const ECB = [
  "KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,TITLE_COMPL",
  'EXR.D.USD.EUR.SP00.A,D,USD,EUR,SP00,2023-10-20,1.0591,A,"a title, with a comma"',
  'EXR.D.USD.EUR.SP00.A,D,USD,EUR,SP00,2023-10-21,,H,"a holiday"',
  'EXR.D.USD.EUR.SP00.A,D,USD,EUR,SP00,2023-10-23,1.0597,A,"x"',
  'EXR.D.CNY.EUR.SP00.A,D,CNY,EUR,SP00,2023-10-20,7.7489,A,"y"',
  'EXR.D.CNY.EUR.SP00.A,D,CNY,EUR,SP00,2023-10-23,7.7529,A,"y"',
  "",
].join("\n");

describe("the ECB", () => {
  test("is read by column name, holidays left out, with where they came from; the book reads the cache", async () => {
    play = answer(ECB);
    const done = await run("ecb");
    expect(done).toMatchObject({ fetched: 4, kept: 4 });
    expect(requests[0]).toBe(
      "/service/data/EXR/D.USD+CNY.EUR.SP00.A?startPeriod=2023-10-20&endPeriod=2023-10-24&format=csvdata",
    );
    const side = JSON.parse(
      (readFileSync(join(folder, "ecb.csv"), "utf8").split("\n")[0] as string).slice(2),
    );
    expect(side.sha256).toBe(createHash("sha256").update(ECB).digest("hex"));
    expect(side.fetched).toBe("2023-11-01T12:00:00.000Z");
    const book = openRateBook(undefined, folder);
    expect(book.rate("EUR/USD", "2023-10-20", { kind: "reference" }).value.toFixed()).toBe("1.0591");
  });

  test("columns in another order are the same", async () => {
    const swapped = ECB.split("\n")
      .map((line) => line.replace(/^([^,]*),([^,]*),/, "$2,$1,"))
      .join("\n");
    play = answer(swapped);
    expect((await run("ecb")).fetched).toBe(4);
  });

  test("the bulk history comes from a zip; a zip that is cut off is an error", async () => {
    const csv = "Date,USD,CNY,HRK,\n2023-10-23,1.0597,7.7529,N/A,\n2023-10-20,1.0591,7.7489,N/A,\n";
    const zip = zipSync({ "eurofxref-hist.csv": new TextEncoder().encode(csv) });
    play = answer(zip);
    expect((await run("ecb-history")).fetched).toBe(4);
    play = answer(zip.slice(0, 60));
    await expect(run("ecb-history")).rejects.toThrow(/no whole zip file/);
  });

  test("one changed byte in a zip is noticed by its checksum", async () => {
    const csv = "Date,USD,CNY\n2023-10-23,1.0597,7.7529\n2023-10-20,1.0591,7.7489\n";
    const zip = zipSync({ "eurofxref-hist.csv": new TextEncoder().encode(csv) }, { level: 0 });
    const at = Buffer.from(zip).indexOf("1.0597") + 3;
    zip[at] = "8".charCodeAt(0);
    play = answer(zip);
    await expect(run("ecb-history")).rejects.toThrow(/not what its checksum says/);
  });
});

describe("what can go wrong leaves the old cache as it was", () => {
  const cases: [string, Play, RegExp][] = [
    ["an empty body", answer(""), /the answer is empty/],
    ["a page of HTML with status 200", answer("<!DOCTYPE html><title>maintenance</title>"), /page of HTML/],
    ["a missing column", answer(ECB.replace("OBS_VALUE", "VALUE")), /columns OBS_VALUE are missing/],
    ["another encoding", answer(Buffer.from([...Buffer.from(ECB), 0xff, 0xfe])), /not UTF-8/],
    ["only a header", answer(ECB.split("\n")[0] as string), /holds no rates/],
    [
      "a day that is none",
      answer(ECB.replace("2023-10-23,1.0597", "2023-02-30,1.0597")),
      /"2023-02-30" is no date/,
    ],
    [
      "days out of order",
      answer(`${ECB}EXR.D.CNY.EUR.SP00.A,D,CNY,EUR,SP00,2023-10-19,7.7400,A,"y"`),
      /not in order/,
    ],
    ["a rate far from the others", answer(ECB.replace("7.7529", "775.29")), /far from the median/],
    ["a rate that is text", answer(ECB.replace("7.7529", "n/a!")), /"n\/a!" on 2023-10-23 is no rate/],
    ["no such series", answer("not found", 404), /answered 404/],
    [
      "a half download",
      (_, response) => {
        response.writeHead(200, { "content-length": "5000" });
        response.write(ECB.slice(0, 100));
        setTimeout(() => response.destroy(), 20);
      },
      /after 4 attempts: the (connection failed|answer was cut off)/,
    ],
    [
      "a rate of a day to come",
      answer(ECB.replaceAll("2023-10-23", "2199-10-23")),
      /figure of 2199-10-23, and today is/,
    ],
    ["rates in another unit", answer(ECB.replace(/,(\d)\.(\d\d)(\d\d),A/g, ",$1$2.$3,A")), /a wrong unit/],
    ["currencies changed over", answer(ECB.replaceAll("CNY,EUR,SP00", "EUR,CNY,SP00")), /changed over/],
    [
      "a column twice",
      answer(ECB.replace("TITLE_COMPL", "OBS_VALUE")),
      /the column OBS_VALUE is there twice/,
    ],
    ["a part of it", answer(ECB, 206), /answered 206/],
    ["nothing, with success", answer("", 204), /answered 204/],
    [
      "an end in the middle of a value, where nothing says how long it is",
      (_, response) => {
        response.socket?.end(`HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n${ECB.slice(0, -9)}`);
      },
      /ends in the middle of a line/,
    ],
    [
      "redirects without end",
      (_, response) => response.writeHead(302, { location: "/again" }).end(),
      /redirected more than 5 times/,
    ],
    [
      "a redirect to what is no address",
      (_, response) => response.writeHead(302, { location: "http://" }).end(),
      /no address/,
    ],
    [
      "a redirect to a file",
      (_, response) => response.writeHead(302, { location: "file:///etc/hosts" }).end(),
      /another host|to file/,
    ],
    ["a server that never answers", () => undefined, /no answer within 0.1 s/],
    ["a server that keeps failing", answer("", 503), /after 4 attempts: the server answered 503/],
  ];

  test.each(cases)("%s", async (name, bad, message) => {
    play = answer(ECB);
    await run("ecb");
    const before = readFileSync(join(folder, "ecb.csv"), "utf8");
    play = bad;
    const timeout = name === "a server that never answers" ? 100 : 30_000;
    await expect(run("ecb", { timeout })).rejects.toThrow(message);
    expect(readFileSync(join(folder, "ecb.csv"), "utf8")).toBe(before);
  });

  test("nothing is written where the first answer is bad", async () => {
    play = answer("");
    await expect(run("ecb")).rejects.toThrow();
    expect(existsSync(join(folder, "ecb.csv"))).toBe(false);
  });
});

test("429 is tried again after the pause that the server asks for", async () => {
  play = (request, response, n) =>
    (n < 3 ? answer("", 429, { "retry-after": "0.01" }) : answer(ECB))(request, response, n);
  const said: string[] = [];
  await run("ecb", { onProgress: (text: string) => said.push(text) });
  expect(requests.length).toBe(3);
  expect(said.filter((text) => text.includes("429")).length).toBe(2);
});

test("a redirect to another host is refused", async () => {
  const other = host.replace("127.0.0.1", "localhost");
  play = (request, response) =>
    request.headers.host?.startsWith("127")
      ? response.writeHead(302, { location: `${other}/x` }).end()
      : response.end(ECB);
  await expect(run("ecb")).rejects.toThrow(/redirected to another host/);
});

test("a second range adds to the first, and new rows replace old ones", async () => {
  play = answer(ECB);
  await run("ecb");
  play = answer(ECB.replace("2023-10-20,1.0591", "2023-10-19,1.0590").replace("7.7529", "7.7530"));
  expect((await run("ecb")).kept).toBe(5);
  expect(readFileSync(join(folder, "ecb.csv"), "utf8")).toContain("7.7530");
});

describe("FRED", () => {
  test("CSV: an empty field is a holiday, and trailing zeros come back", async () => {
    play = answer("observation_date,DEXCHUS\n2023-10-23,7.3158\n2023-10-24,7.309\n2023-10-25,\n");
    await run("fred");
    expect(readFileSync(join(folder, "fred.csv"), "utf8")).toContain(
      "2023-10-24,USD,CNY,7.3090,1,noon-buying",
    );
  });

  test("JSON with a key: a full stop is a holiday, and the key is never kept", async () => {
    play = answer(
      '{"observations":[{"date":"2023-10-23","value":"7.3158"},{"date":"2023-10-24","value":"."}]}',
    );
    const done = await run("fred", { key: "secret" });
    expect(done.fetched).toBe(1);
    expect(done.sidecar.url).not.toContain("secret");
    expect(requests[0]).toContain("api_key=secret");
  });

  test("cut-off JSON is an error", async () => {
    play = answer('{"observations":[{"date":"2023-10-23","val');
    await expect(run("fred", { key: "k" })).rejects.toThrow(/JSON is broken, perhaps cut off/);
  });
});

test("the central parity: newest first, per 100 and inverse quotes as they are quoted", async () => {
  play = answer(
    JSON.stringify({
      head: { rep_code: "200" },
      data: { head: ["USD/CNY", "100JPY/CNY", "CNY/RUB"] },
      records: [
        { date: "2023-10-24", values: ["7.1786", "4.8052", "13.1080"] },
        { date: "2023-10-23", values: ["7.1792", "4.8064", "---"] },
      ],
    }),
  );
  expect((await run("central-parity")).fetched).toBe(5);
  const text = readFileSync(join(folder, "central-parity.csv"), "utf8");
  expect(text).toContain("2023-10-24,JPY,CNY,4.8052,100,central-parity");
  expect(text).toContain("2023-10-24,CNY,RUB,13.1080,1,central-parity");
  play = answer('{"head":{"rep_code":"500"},"data":{"head":[]},"records":[]}');
  await expect(run("central-parity")).rejects.toThrow(/says 500/);
});

test("the customs table: month and year to date of each country, groups and blanks left out", async () => {
  const row = (...cells: string[]) =>
    `<tr>${cells.map((cell) => `<td><span>${cell}</span></td>`).join("")}</tr>`;
  const page = `<html><body><p>(2) Imports and Exports by Country (Region) of Origin/Destination, 9.2023 (in USD)</p><p>Unit:US$1,000</p><table>
    ${row("TOTAL", "520,552,500", "4,410,000,000", "299,130,000", "2,520,000,000", "221,422,500", "1,890,000,000", "-6.4", "-5.7", "-7.5")}
    ${row("Asia:", "-", "-", "-", "-", "-", "-", "-", "-", "-")}
    ${row("Russia", "21,184,000", "176,400,000", "9,647,000", "81,400,000", "11,537,000", "94,900,000", "29.5", "56.9", "12.7")}
    </table></body></html>`;
  play = answer(page);
  const what = "http://english.customs.gov.cn/Statics/a-page.html";
  expect((await run("customs", { what })).fetched).toBe(12);
  expect(readFileSync(join(folder, "customs.csv"), "utf8")).toContain(
    "CHN,Russia,exports,2023-09,9647000,thousand,USD",
  );
  play = answer("<html><body>Service unavailable</body></html>");
  await expect(run("customs", { what })).rejects.toThrow(/no title such as/);
  await expect(run("customs", { what: "http://elsewhere.org/x" })).rejects.toThrow(/customs.gov.cn/);
});

test("Comtrade: totals only, and every digit of a number kept", async () => {
  const row = (flow: string, value: string, more = "") =>
    `{"reporterCode":156,"partnerCode":643,"period":"202309","flowCode":"${flow}","partner2Code":0,"customsCode":"C00","motCode":0${more},"primaryValue":${value}}`;
  play = answer(
    `{"count":3,"data":[${row("X", "9647123456.789012345")},${row("M", "11537000000")},${row("M", "5", ',"motCode":1000')}]}`,
  );
  await expect(run("comtrade")).rejects.toThrow(/Duplicate|broken/);
  play = answer(
    `{"count":2,"data":[${row("X", "9647123456.789012345")},${row("M", "11537000000")},${row("M", "5").replace('"motCode":0', '"motCode":1000')}]}`,
  );
  expect((await run("comtrade")).fetched).toBe(2);
  expect(readFileSync(join(folder, "comtrade.csv"), "utf8")).toContain("9647123456.789012345");
});

test("the IMF: months, flows, whole dollars", async () => {
  play = answer(
    "COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE\nCHN,XG_FOB_USD,RUS,M,2023-M09,9647000000,6\nCHN,MG_CIF_USD,RUS,M,2023-M09,11537000000,6\n",
  );
  expect((await run("imf")).fetched).toBe(2);
  expect(readFileSync(join(folder, "imf.csv"), "utf8")).toContain(
    "CHN,RUS,exports,2023-09,9647000000,unit,USD",
  );
});

test("https stays https", async () => {
  // The request is answered by a stand-in for fetch: a certificate would add nothing.
  const asked: string[] = [];
  const real = globalThis.fetch;
  globalThis.fetch = (async (url: string) => {
    asked.push(url);
    return new Response(null, { status: 302, headers: { location: "http://data-api.ecb.europa.eu/x" } });
  }) as typeof fetch;
  try {
    await expect(
      update("ecb", { folder, now, from: "2023-10-20", to: "2023-10-24", pause: 1 }),
    ).rejects.toThrow(/redirected from https:\/\/ to http:\/\//);
  } finally {
    globalThis.fetch = real;
  }
  expect(asked.length).toBe(1);
});

test("a host that is no address is wrong use", async () => {
  for (const bad of ["notaurl", "file:///etc", "localhost:80"]) {
    await expect(run("ecb", { host: bad })).rejects.toThrow(/--host needs an address/);
  }
});

test("an unknown source and an empty range are wrong use, before anything is asked", async () => {
  await expect(run("nosuch")).rejects.toThrow(/there are ecb, ecb-history/);
  await expect(run("ecb", { from: "2023-11-01", to: "2023-10-01" })).rejects.toThrow(/is empty/);
  expect(requests).toEqual([]);
});
