import type { Engine } from "../../src/data/sql/engine.js";

/** An engine that answers as another does, and the statements that it was asked. */
export function heard(asked: Engine): { readonly engine: Engine; readonly statements: readonly string[] } {
  const statements: string[] = [];
  const engine: Engine = {
    dialect: asked.dialect,
    version: asked.version,
    rows: (sql, signal) => {
      statements.push(sql);
      return asked.rows(sql, signal);
    },
    close: async () => {},
  };
  return { engine, statements };
}
