import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

/** A folder on loopback, as any static host has it. */
export async function serve(
  folder: string,
): Promise<{ readonly address: string; readonly missing: string[]; close(): void }> {
  const missing: string[] = [];
  const server = createServer(({ url = "/" }, answer) => {
    const asked = decodeURIComponent(new URL(url, "http://localhost").pathname);
    const path = join(folder, normalize(asked));
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, "index.html") : path;
    if (!existsSync(file)) {
      missing.push(asked);
      answer.writeHead(404).end();
    } else {
      answer.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
      answer.end(readFileSync(file));
    }
  });
  await new Promise<void>((done) => {
    server.listen(0, "127.0.0.1", done);
  });
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, missing, close: () => server.close() };
}
