// npm run bill: the bill of materials (CycloneDX) of what an installation of the package brings with it, on standard
// output; and before it, on standard error, a check that every licence is one that allows it.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Licences under which code may be used and passed on, if its notice goes with it. */
export const ALLOWED = [
  ..."MIT MIT-0 ISC BSD BSD-2-Clause BSD-3-Clause 0BSD Apache-2.0 Zlib".split(" "),
  ..."PSF-2.0 CC0-1.0 BlueOak-1.0.0".split(" "),
];

/** Packages of package-lock.json that an installation brings, optional peers left out. */
export function installed() {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  return Object.entries(packages)
    .filter(([path, one]) => path.startsWith("node_modules/") && !one.dev && !one.peer && !one.link)
    .filter(([, one]) => !one.devOptional && !one.optional)
    .map(([path, one]) => ({
      name: path.split("node_modules/").at(-1),
      version: one.version,
      licence: one.license,
    }));
}

/** Whether an expression of licences (of several with OR one is chosen, with AND all hold) allows it. */
const allowed = (expression) =>
  String(expression)
    .replace(/[()]/g, "")
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((one) => ALLOWED.includes(one)));

/** Those whose licence does not allow it. */
export const refused = (packages) => packages.filter(({ licence }) => !allowed(licence));

if (process.argv[1] === import.meta.filename) {
  const packages = installed();
  const wrong = refused(packages);
  for (const { name, version, licence } of wrong)
    console.error(`${name} ${version}: ${licence} is not allowed`);
  console.error(
    `${packages.length} packages, ${wrong.length} with another licence than ${ALLOWED.join(", ")}`,
  );
  if (wrong.length > 0) process.exit(1);
  const args = [
    "sbom",
    "--sbom-format",
    "cyclonedx",
    "--omit",
    "dev",
    "--omit",
    "optional",
    "--omit",
    "peer",
  ];
  process.stdout.write(execFileSync("npm", args, { encoding: "utf8", maxBuffer: 1 << 26 }));
}
