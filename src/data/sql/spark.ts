import { randomUUID } from "node:crypto";
import { FigureError } from "../../errors.js";
import type { Dialect } from "./dialect.js";
import type { Engine, TextRow } from "./engine.js";
import { checkSignal, engineError, optional } from "./optional.js";

/**
 * DIV truncates; sums are DECIMAL(38). On overflow Spark raises, or without ANSI gives null or wraps; Sail wraps: the guard
 * comes first, and takes a null that was no null for an amount that is lost.
 */
export const spark: Dialect = {
  name: "Spark",
  identifier: (name) => `\`${name.replaceAll("`", "``")}\``,
  literal: (text) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`,
  bigint: (x) => `CAST(${x} AS BIGINT)`,
  quotient: (a, b) => `(${a} DIV ${b})`,
  remainder: (a, b) => `(${a} % ${b})`,
  abs: (x) => `ABS(${x})`,
  text: (x) => `CAST(${x} AS STRING)`,
  wideSum: (x) => `SUM(CAST(${x} AS DECIMAL(38,0)))`,
  scaled: (x, decimals) => `CAST(${x} * ${10n ** BigInt(decimals)} AS BIGINT)`,
  loses: (x, decimals) =>
    `COALESCE(CAST(CAST(${x} * ${10n ** BigInt(decimals)} AS BIGINT) AS DECIMAL(38,0)) <> ${x} * ${10n ** BigInt(decimals)}, ${x} IS NOT NULL)`,
  typeOf: (x) => `typeof(${x})`,
};

/**
 * The part of Spark Connect's protocol that one statement needs, by the field numbers of spark/connect/base.proto and
 * relations.proto.
 */
const PROTOCOL = {
  nested: {
    spark: {
      nested: {
        connect: {
          nested: {
            UserContext: { fields: { user_id: { type: "string", id: 1 } } },
            SQL: { fields: { query: { type: "string", id: 1 } } },
            Relation: { fields: { sql: { type: "SQL", id: 10 } } },
            Plan: { fields: { root: { type: "Relation", id: 1 } } },
            ExecutePlanRequest: {
              fields: {
                session_id: { type: "string", id: 1 },
                user_context: { type: "UserContext", id: 2 },
                plan: { type: "Plan", id: 3 },
                client_type: { type: "string", id: 4 },
                operation_id: { type: "string", id: 6 },
              },
            },
            ArrowBatch: { fields: { row_count: { type: "int64", id: 1 }, data: { type: "bytes", id: 2 } } },
            ExecutePlanResponse: {
              fields: { session_id: { type: "string", id: 1 }, arrow_batch: { type: "ArrowBatch", id: 2 } },
            },
            SparkConnectService: {
              methods: {
                ExecutePlan: {
                  requestType: "ExecutePlanRequest",
                  responseType: "ExecutePlanResponse",
                  responseStream: true,
                },
              },
            },
          },
        },
      },
    },
  },
};

interface Call {
  on(event: "data", listener: (message: { arrow_batch?: { data: Uint8Array } }) => void): void;
  on(event: "end", listener: () => void): void;
  on(event: "error", listener: (error: Error & { details?: string }) => void): void;
  cancel(): void;
}

interface Service {
  ExecutePlan(request: unknown): Call;
  close(): void;
}

/** A Spark Connect server, by `sc://host:15002`, or `sc://host:443/;use_ssl=true;token=…`. */
export async function openSpark(url: string): Promise<Engine> {
  const grpc = await optional("@grpc/grpc-js", () => import("@grpc/grpc-js"));
  const loader = await optional("@grpc/proto-loader", () => import("@grpc/proto-loader"));
  const { tableFromIPC } = await optional("@uwdata/flechette", () => import("@uwdata/flechette"));
  const { address, secure, token, user } = parsed(url);
  const definition = grpc.loadPackageDefinition(
    loader.fromJSON(PROTOCOL as never, { keepCase: true, longs: String }),
  );
  const { SparkConnectService } = (definition as unknown as { spark: { connect: Record<string, unknown> } })
    .spark.connect;
  const Client = SparkConnectService as new (
    address: string,
    credentials: unknown,
    options: object,
  ) => Service;
  const credentials =
    token === undefined
      ? secure
        ? grpc.credentials.createSsl()
        : grpc.credentials.createInsecure()
      : grpc.credentials.combineChannelCredentials(
          grpc.credentials.createSsl(),
          grpc.credentials.createFromMetadataGenerator((_, done) => {
            const metadata = new grpc.Metadata();
            metadata.set("authorization", `Bearer ${token}`);
            done(null, metadata);
          }),
        );
  const service = new Client(address, credentials, { "grpc.max_receive_message_length": 128 * 2 ** 20 });
  const session = randomUUID();
  let version = "Spark";
  const rows = (query: string, signal?: AbortSignal): Promise<TextRow[]> =>
    new Promise((resolve, reject) => {
      checkSignal(signal);
      const out: TextRow[] = [];
      const call = service.ExecutePlan({
        session_id: session,
        user_context: { user_id: user },
        client_type: "trade-figures",
        operation_id: randomUUID(),
        plan: { root: { sql: { query } } },
      });
      const stop = () => call.cancel();
      signal?.addEventListener("abort", stop);
      const done = (end: () => void) => {
        signal?.removeEventListener("abort", stop);
        end();
      };
      call.on("data", (message) => {
        if (message.arrow_batch === undefined || message.arrow_batch === null) return;
        try {
          // A copy, since Arrow's arrays must begin at a multiple of eight bytes.
          const table = tableFromIPC(new Uint8Array(message.arrow_batch.data));
          const columns = Array.from({ length: table.numCols }, (_, i) => table.getChildAt(i));
          for (let i = 0; i < table.numRows; i++) {
            out.push(
              columns.map((column) => {
                const value: unknown = column.at(i);
                return value === null || value === undefined ? null : String(value);
              }),
            );
          }
        } catch (error) {
          call.cancel();
          done(() => reject(engineError(version, error)));
        }
      });
      call.on("end", () => done(() => resolve(out)));
      call.on("error", (error) =>
        done(() =>
          reject(
            signal?.aborted
              ? new FigureError("bad-data", "cancelled")
              : engineError(version, new Error(said(error.details ?? error.message))),
          ),
        ),
      );
    });
  try {
    const found = (await rows("SELECT CAST(version() AS STRING)"))[0]?.[0] ?? "";
    version = `Spark Connect ${found.split(" ")[0]}`;
    return { dialect: spark, version, rows, close: async () => service.close() };
  } catch (error) {
    service.close();
    throw error;
  }
}

/** Spark repeats the statement below its message. */
const said = (message: string) => message.replace(/\s*== SQL\b[\s\S]*$/, "");

function parsed(url: string): { address: string; secure: boolean; token: string | undefined; user: string } {
  const found = /^sc:\/\/(?:([^@/;]+)@)?([^/;]+)\/?(?:;(.*))?$/.exec(url);
  if (found === null) throw new FigureError("bad-option", "write a Spark Connect server as sc://host:15002");
  const options = new Map((found[3] ?? "").split(";").map((one) => one.split("=", 2) as [string, string]));
  const host = found[2] as string;
  const token = options.get("token");
  return {
    address: host.includes(":") ? host : `${host}:15002`,
    secure: options.get("use_ssl") === "true" || token !== undefined,
    token,
    user: options.get("user_id") ?? found[1] ?? "trade-figures",
  };
}
