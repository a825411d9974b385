/** The program that the runner starts: it runs the cells that it is sent, and answers with their outputs. */
import { type CellResult, Session } from "./session.js";

export type ToWorker = { readonly kind: "cell"; readonly source: string };
export type FromWorker = { readonly kind: "ready" } | { readonly kind: "done"; readonly result: CellResult };

const send = (message: FromWorker) => process.send?.(message);
const session = new Session(process.cwd());

process.on("message", (message: ToWorker) => {
  session.execute(message.source).then(
    (result) => send({ kind: "done", result }),
    (error: Error) =>
      send({
        kind: "done",
        result: { ok: false, outputs: [], error: { name: error.name, message: error.message, trace: [] } },
      }),
  );
});
process.on("disconnect", () => process.exit(0));
send({ kind: "ready" });
