import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const npmEnv: NodeJS.ProcessEnv = {
  ...process.env,
  npm_config_ignore_scripts: "true",
  npm_config_audit: "false",
  npm_config_fund: "false",
};

/** What `npm pack` says of the archive that it makes. */
export function packing(...args: string[]): {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
} {
  const said = execFileSync("npm", ["pack", "--json", ...args], {
    env: npmEnv,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const listed: unknown = JSON.parse(said.slice(said.search(/[[{]/)));
  return Array.isArray(listed) ? listed[0] : Object.values(listed as object)[0];
}

/** The package as npm packs it, installed into projects as a user has it. */
export class Packed {
  readonly home: string = mkdtempSync(join(tmpdir(), "trade-figures-pack-"));
  readonly tarball: string;
  private installed: string | undefined;

  constructor() {
    const { filename } = packing("--pack-destination", this.home);
    this.tarball = join(this.home, filename.split("/").pop() as string);
  }

  /** A project with these files, and the package installed from the tarball. */
  project(name: string, files: Readonly<Record<string, string>>): string {
    if (this.installed === undefined) {
      this.installed = join(this.home, "installed");
      mkdirSync(this.installed);
      writeFileSync(join(this.installed, "package.json"), '{ "private": true }\n');
      execFileSync("npm", ["install", "--prefer-offline", "--no-package-lock", "--omit=peer", this.tarball], {
        cwd: this.installed,
        env: npmEnv,
        stdio: "ignore",
      });
    }
    const folder = join(this.home, name);
    mkdirSync(folder);
    symlinkSync(join(this.installed, "node_modules"), join(folder, "node_modules"));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    return folder;
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}
