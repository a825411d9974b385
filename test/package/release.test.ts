import { readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { installed, refused } from "../licences.mjs";
import { packing } from "../support/packed.js";

const read = (path: string) => readFileSync(path, "utf8");
const version = JSON.parse(read("package.json")).version as string;

test("the archive holds what users need and nothing else, within 6 MB", () => {
  const { files, size } = packing("--dry-run");
  expect(size).toBeLessThan(6_000_000);
  const names = files.map(({ path }) => path);
  const wanted =
    /^(?:dist|data|notebooks)\/|^(?:README\.md|CHANGELOG\.md|LICENSE|requirements\.txt|package\.json)$/;
  expect(names.filter((name) => !wanted.test(name))).toEqual([]);
  expect(names.filter((name) => name.startsWith("notebooks/guides"))).toEqual([]);
  for (const name of [
    "dist/checker.html",
    "dist/live/worker.gz.txt",
    "dist/esm/index.js",
    "dist/cjs/index.d.ts",
  ])
    expect(names).toContain(name);
});

test("every package of an installation may be used and passed on", () => {
  const packages = installed();
  expect(packages.length).toBeGreaterThan(10);
  expect(refused(packages)).toEqual([]);
  expect(refused([{ name: "x", version: "1.0.0", licence: "MIT AND GPL-3.0" }])).toHaveLength(1);
});

test("pages carry the notices of the packages that are in them", () => {
  for (const name of ["decimal.js", "fflate"])
    expect(read("dist/checker.html")).toContain(`\n${name} `.trim());
  const live = read("dist/live/notices.txt");
  for (const name of ["typescript 5", "@codemirror/view 6", "@typescript/vfs 1", "decimal.js 10"])
    expect(live).toContain(name);
  expect(live).toContain("Apache License");
});

test("the citation and the workflow are of this package", () => {
  expect(read(".github/CITATION.cff")).toContain(`version: ${version}\n`);
  const workflow = read(".github/workflows/publish.yml");
  expect(workflow).toContain("npm publish --provenance");
  expect(workflow).toContain("id-token: write");
  expect(workflow).toMatch(/actions\/attest-build-provenance@v\d[\s\S]*subject-path: release\/\*/);
  expect(workflow).toContain("attestations: write");
  expect(read(".github/RELEASING.md")).toContain("gh attestation verify");
});

test("Binder and the dev container set up what the package and its tests need", () => {
  const binder = parse(read(".binder/environment.yml")) as { dependencies: (string | { pip: string[] })[] };
  const [node = ""] = binder.dependencies.filter(
    (one) => typeof one === "string" && one.startsWith("nodejs="),
  );
  expect(node).toBe("nodejs=20");
  const pip = binder.dependencies.flatMap((one) => (typeof one === "string" ? [] : one.pip));
  expect(pip.filter((one) => !read("requirements.txt").split("\n").includes(one))).toEqual([]);
  expect(pip.join()).toContain("jupyterlab==");
  expect(statSync(".binder/postBuild").mode & 0o111).toBe(0o111);
  const container = JSON.parse(read(".devcontainer/devcontainer.json"));
  expect(container.image).toMatch(/typescript-node:20$/);
  expect(container.postCreateCommand).toBe("npm ci");
});
