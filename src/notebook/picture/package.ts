import { createRequire } from "node:module";
import { join } from "node:path";
import { packageFolder } from "../../data/file/folder.js";
import { FigureError } from "../../errors.js";

/** What each optional package is for, and the versions that were tested together. */
const tested = {
  fontkit: "2.0.4",
  "@resvg/resvg-js": "2.6.2",
  pdfkit: "0.20.2",
  "svg-to-pdfkit": "0.1.8",
  "playwright-core": "1.65.1",
  chart2music: "1.20.0",
  "plotly.js-basic-dist-min": "4.1.1",
  "plotly.js-dist": "4.1.1",
} as const;

export type OptionalPackage = keyof typeof tested;

/** Where a package may be installed: beside trade-figures, or in the project that runs it. */
const roads = () => [
  createRequire(join(packageFolder(), "package.json")),
  createRequire(join(process.cwd(), "package.json")),
];

/** The file of an optional package, or undefined where it isn't installed. */
export function findPackage(name: OptionalPackage): string | undefined {
  for (const road of roads()) {
    try {
      return road.resolve(name);
    } catch (error) {
      if ((error as { code?: string }).code !== "MODULE_NOT_FOUND") throw error;
    }
  }
  return undefined;
}

/** One error for all that is missing, with the command that installs it. */
export function missing(names: readonly OptionalPackage[], purpose: string): FigureError {
  const command = `npm install ${names.map((name) => `${name}@${tested[name]}`).join(" ")}`;
  const parts = names.length === 1 ? "an optional package that is" : "optional packages that are";
  return new FigureError("missing-package", `${purpose} needs ${parts} not installed; run: ${command}`);
}

/**
 * Loads optional packages, all or none.
 * @throws FigureError "missing-package" which names every missing one and the command that installs them
 */
export function loadPackages(names: readonly OptionalPackage[], purpose: string): unknown[] {
  const files = names.map(findPackage);
  const absent = names.filter((_, index) => files[index] === undefined);
  if (absent.length > 0) throw missing(absent, purpose);
  const load = createRequire(join(packageFolder(), "package.json"));
  return files.map((file) => {
    const loaded = load(file as string) as { default?: unknown; __esModule?: boolean };
    return loaded.__esModule && loaded.default !== undefined ? loaded.default : loaded;
  });
}
