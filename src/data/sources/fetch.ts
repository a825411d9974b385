import { createHash } from "node:crypto";
import { FigureError } from "../../errors.js";

export interface FetchOptions {
  /** Milliseconds for one attempt. Default: 30 seconds. */
  readonly timeout?: number;
  /** Attempts in all, where the server is busy or fails (429, 5xx, a broken connection). Default: 4. */
  readonly attempts?: number;
  /** Milliseconds before the second attempt; doubled for each further one. Default: 1 second. */
  readonly pause?: number;
  /** The largest answer that is read, in bytes. Default: 64 MB. */
  readonly maxBytes?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Told what happens: bytes read, pauses. */
  readonly onProgress?: (text: string) => void;
}

export interface Fetched {
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly contentType: string;
  /** Whether the answer said how long it is, in one number or piece by piece. */
  readonly measured: boolean;
}

const MOST_REDIRECTS = 5;

/** The longest pause that a server's Retry-After may ask for. */
const LONGEST_PAUSE = 60_000;

/**
 * Fetches one document, whole. A cut-off answer, a redirect to another host or from https to http, an answer that is
 * too large or a status other than 200 is an error; 429 and 5xx are tried again after a pause.
 * @throws FigureError "bad-data" that names the address and what came back
 */
export async function fetchWhole(url: string, options: FetchOptions = {}): Promise<Fetched> {
  const attempts = options.attempts ?? 4;
  const pause = options.pause ?? 1000;
  for (let attempt = 1; ; attempt++) {
    const outcome = await once(url, options);
    if ("bytes" in outcome) return outcome;
    if (!outcome.again || attempt >= attempts) {
      const tries = attempt === 1 ? "" : ` after ${attempt} attempts`;
      throw new FigureError("bad-data", `cannot fetch ${shownUrl(url)}${tries}: ${outcome.problem}`);
    }
    const wait = Math.min(LONGEST_PAUSE, outcome.wait ?? pause * 2 ** (attempt - 1));
    options.onProgress?.(`${outcome.problem}; again in ${(wait / 1000).toFixed(1)} s`);
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

interface Problem {
  readonly problem: string;
  readonly again: boolean;
  readonly wait?: number;
}

async function once(url: string, options: FetchOptions): Promise<Fetched | Problem> {
  const timeout = options.timeout ?? 30_000;
  try {
    const response = await following(url, AbortSignal.timeout(timeout), options.headers);
    if ("problem" in response) return response;
    if (response.status !== 200) {
      const after = Number(response.headers.get("retry-after"));
      const wait = Number.isFinite(after) && after > 0 ? { wait: after * 1000 } : {};
      await response.body?.cancel();
      return {
        problem: `the server answered ${response.status} ${response.statusText}`.trim(),
        again: response.status === 429 || response.status >= 500,
        ...wait,
      };
    }
    return await body(url, response, options);
  } catch (error) {
    const cause = error as Error & { cause?: Error };
    const slow = cause.name === "TimeoutError";
    return {
      problem: slow
        ? `no answer within ${timeout / 1000} s`
        : `the connection failed (${cause.cause?.message ?? cause.message})`,
      again: true,
    };
  }
}

/** The answer at the end of redirects that stay with the host, and with https where that was asked for. */
async function following(
  url: string,
  signal: AbortSignal,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response | Problem> {
  let at = new URL(url);
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const response = await fetch(at.href, {
      signal,
      redirect: "manual",
      headers: { "user-agent": "trade-figures", ...headers },
    });
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel();
    if (!URL.canParse(location, at.href))
      return { problem: "redirected to what is no address", again: false };
    const next = new URL(location, at);
    if (next.hostname !== at.hostname)
      return { problem: `redirected to another host, ${next.hostname}`, again: false };
    if (next.protocol !== "https:" && next.protocol !== at.protocol)
      return { problem: `redirected from ${at.protocol}// to ${next.protocol}//`, again: false };
    at = next;
  }
  return { problem: `redirected more than ${MOST_REDIRECTS} times`, again: false };
}

async function body(url: string, response: Response, options: FetchOptions): Promise<Fetched | Problem> {
  const maxBytes = options.maxBytes ?? 64 * 1024 * 1024;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > maxBytes) return { problem: `the answer is larger than ${maxBytes} bytes`, again: false };
    chunks.push(chunk);
    options.onProgress?.(`${length} bytes`);
  }
  const promised = response.headers.get("content-length");
  const encoded = response.headers.get("content-encoding") !== null;
  if (promised !== null && !encoded && Number(promised) !== length) {
    return { problem: `the answer was cut off: ${length} of ${promised} bytes`, again: true };
  }
  const bytes = Buffer.concat(chunks);
  return {
    url: shownUrl(url),
    bytes,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    contentType: response.headers.get("content-type") ?? "",
    measured: promised !== null || response.headers.get("transfer-encoding") === "chunked",
  };
}

/** An address without the keys that stand in it. */
export function shownUrl(url: string): string {
  const shown = new URL(url);
  for (const name of ["api_key", "subscription-key"]) {
    if (shown.searchParams.has(name)) shown.searchParams.set(name, "…");
  }
  try {
    return decodeURI(shown.href);
  } catch {
    return shown.href;
  }
}
