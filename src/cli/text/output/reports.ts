import { packageVersion } from "../../../data/file/version.js";
import type { Outcome, Report } from "../types.js";
import { failedReport, sarifRules, uriOf } from "./as-report.js";
import { type Output, sink } from "./outputs.js";

/** The findings as the annotations of GitHub Actions, as SARIF or as JUnit's XML, written as they come. */
export function reportOutput(form: Report, path: string | undefined): Output {
  const { write, keep } = sink(path);
  const failures: Extract<Outcome, { ok: false }>[] = [];
  let written = false;
  const open = async () => {
    if (!written && form !== "github") await write(form === "sarif" ? SARIF_START : JUNIT_START);
    if (!written) written = true;
  };
  let any = false;
  return {
    async add(outcome) {
      await open();
      if (!outcome.ok && form === "sarif" && failures.length < MOST_FAILURES) failures.push(outcome);
      const piece = outcome.ok ? outcome.report : failedReport(form, outcome);
      if (piece === "") return;
      await write(form === "sarif" && any ? `,\n${piece}` : piece);
      any = true;
    },
    async end() {
      await open();
      if (form === "sarif") await write(sarifEnd(failures));
      if (form === "junit") await write("</testsuites>\n");
      keep();
    },
  };
}

const MOST_FAILURES = 1_000;

const JUNIT_START = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="trade-figures check">\n';

const SARIF_START = `{
"$schema": "https://json.schemastore.org/sarif-2.1.0.json",
"version": "2.1.0",
"runs": [{
"columnKind": "utf16CodeUnits",
"results": [
`;

function sarifEnd(failures: readonly { readonly name: string; readonly message: string }[]): string {
  const driver = { name: "trade-figures", version: packageVersion(), rules: sarifRules() };
  const notifications = failures.map(({ name, message }) => ({
    level: "error",
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(name) } } }],
  }));
  const invocation = {
    executionSuccessful: failures.length === 0,
    ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
  };
  return `\n],\n"invocations": ${JSON.stringify([invocation])},\n"tool": ${JSON.stringify({ driver })}\n}]\n}\n`;
}
