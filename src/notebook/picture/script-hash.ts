import { createHash } from "node:crypto";

/** What a Content-Security-Policy calls a script or a style sheet by: 'sha256-…'. */
export const scriptHash = (text: string): string =>
  `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
