// The licences of the packages whose code a page carries: each asks that its notice goes where its code goes.
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** The names of the packages that modules of a bundle come from. */
export function packagesOf(modules) {
  const names = modules.flatMap((id) => {
    const path = id.split("node_modules/").at(-1);
    return path === id ? [] : [/^(?:@[^/]+\/)?[^/]+/.exec(path)[0]];
  });
  return [...new Set(names)].sort();
}

/** One text: name, version and licence of each package, then what its licence file says. */
export function noticesOf(packages) {
  return packages
    .map((name) => {
      const folder = `node_modules/${name}`;
      const { name: own, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
      const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
      const text =
        file === undefined || !existsSync(`${folder}/${file}`)
          ? ""
          : readFileSync(`${folder}/${file}`, "utf8").trim();
      return `${own} ${version} (${license})\n\n${text}`;
    })
    .join("\n\n----\n\n")
    .replaceAll("\r\n", "\n");
}
