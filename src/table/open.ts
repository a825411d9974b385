import { join, normalize } from "node:path";
import { FigureError } from "../errors.js";
import type { Source } from "../figure/quantity.js";
import { type CsvFile, readCsv, readText } from "./csv.js";
import { packageFolder } from "./folder.js";
import type { SourceRow, Tables } from "./rows.js";
import { checkReferences, checkTable, type TableSchema } from "./schema.js";

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly schema: TableSchema;
}

/** The tables of a data package, checked against their schemas when they are first asked for. */
export class DataPackage {
  readonly folder: string;
  private readonly resources: readonly Resource[];
  private readonly files = new Map<string, CsvFile>();
  private sources: ReadonlyMap<string, SourceRow> | undefined;

  constructor(folder: string, resources: readonly Resource[]) {
    this.folder = folder;
    this.resources = resources;
  }

  /**
   * The rows of a table, as text.
   * @throws FigureError "bad-data" that names file, line and column
   */
  table<N extends keyof Tables>(name: N): readonly Tables[N][] {
    return this.file(name).rows.map((row) => row.cells as unknown as Tables[N]);
  }

  names(): readonly string[] {
    return this.resources.map((resource) => resource.name);
  }

  /** Reads and checks every table. */
  checkAll(): void {
    for (const name of this.names()) this.file(name);
  }

  /** The publication behind a row's `source`. */
  source(id: string): Source {
    this.sources ??= new Map(this.table("sources").map((row) => [row.id, row]));
    const row = this.sources.get(id);
    if (row === undefined) throw new FigureError("bad-data", `no source "${id}" in sources.csv`);
    return {
      publisher: row.publisher,
      ...(row.title === "" ? {} : { title: row.title }),
      ...(row.url === "" ? {} : { url: row.url }),
      ...(row.published_on === "" ? {} : { date: row.published_on }),
    };
  }

  private file(name: string): CsvFile {
    const known = this.files.get(name);
    if (known !== undefined) return known;
    const resource = this.resources.find((one) => one.name === name);
    if (resource === undefined) {
      throw new FigureError(
        "bad-data",
        `no table "${name}" in the data package; there are ${this.names().join(", ")}`,
      );
    }
    const shown = `data/${resource.path}`;
    const file = readCsv(join(this.folder, resource.path), { name: shown });
    checkTable(file, resource.schema, shown);
    this.files.set(name, file);
    for (const key of resource.schema.foreignKeys ?? []) {
      checkReferences(file.rows, key, this.file(key.reference.resource).rows, shown);
    }
    return file;
  }
}

/**
 * The data package in a folder: by default the one that comes with the package.
 * @throws FigureError "no-file"; "bad-data" for a datapackage.json that is not one
 */
export function openData(folder: string = join(packageFolder(), "data")): DataPackage {
  const name = "datapackage.json";
  const text = readText(join(folder, name), `data/${name}`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new FigureError("bad-data", `data/${name} is not JSON: ${(error as Error).message}`, {
      file: name,
    });
  }
  return new DataPackage(folder, resourcesOf(parsed, `data/${name}`));
}

function resourcesOf(parsed: unknown, name: string): readonly Resource[] {
  const resources = isRecord(parsed) ? parsed["resources"] : undefined;
  if (!Array.isArray(resources))
    throw new FigureError("bad-data", `${name} has no list of resources`, { file: name });
  return resources.map((one: unknown, i) => {
    const schema = isRecord(one) ? one["schema"] : undefined;
    if (
      !isRecord(one) ||
      typeof one["name"] !== "string" ||
      typeof one["path"] !== "string" ||
      !isRecord(schema)
    ) {
      throw new FigureError("bad-data", `${name}: resource ${i + 1} needs a name, a path and a schema`, {
        file: name,
      });
    }
    if (
      !Array.isArray(schema["fields"]) ||
      !schema["fields"].every((field) => isRecord(field) && typeof field["name"] === "string")
    ) {
      throw new FigureError(
        "bad-data",
        `${name}: the schema of ${one["name"]} needs a list of named fields`,
        { file: name },
      );
    }
    const path = normalize(one["path"]);
    if (!/^[\w-]+\.csv$/.test(path)) {
      throw new FigureError(
        "bad-data",
        `${name}: the path of ${one["name"]} must be a CSV file of the same folder, found "${one["path"]}"`,
        { file: name },
      );
    }
    return { name: one["name"], path, schema: schema as unknown as TableSchema };
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
