/** What the package uses of `node:module`: nothing can be required here, and the answer says so. */
export function createRequire(): (name: string) => never {
  return Object.assign(
    (name: string): never => {
      throw Object.assign(new Error(`${name} is not in this page`), { code: "MODULE_NOT_FOUND" });
    },
    { cache: {}, resolve: () => "" },
  );
}
