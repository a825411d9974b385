import { FigureError } from "../../../../errors.js";
import { type Content, counted, firstLine } from "../content.js";
import { htmlText } from "../html-text.js";

/** Named by a variable: its own types need those of a browser. */
const LIBRARY: string = "postal-mime";

/** What is used of the library. */
interface MailLibrary {
  parse(bytes: Uint8Array, options: object): Promise<Mail>;
}

interface Mail {
  readonly headers: readonly { readonly key: string; readonly value: string }[];
  readonly subject?: string;
  readonly html?: string;
  readonly text?: string;
  readonly attachments: readonly unknown[];
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** The subject and the body of a message, its page before its plain text; attachments are counted, not opened. */
export async function emlContent(bytes: Uint8Array): Promise<Content> {
  const { default: PostalMime } = (await import(LIBRARY)) as { readonly default: MailLibrary };
  let mail: Mail;
  try {
    mail = await PostalMime.parse(bytes, { maxNestingDepth: 50, maxHeadersSize: 1024 * 1024 });
  } catch (error) {
    throw new FigureError("bad-data", `the message cannot be read: ${firstLine(error)}`);
  }
  const date = mail.headers.find(({ key }) => key === "date")?.value;
  const head = mail.subject === undefined || mail.subject === "" ? "" : `${mail.subject}\n\n`;
  const page = mail.html === undefined || mail.html === "" ? undefined : htmlText(mail.html);
  const plain = mail.text ?? "";
  const body = page === undefined || page.text === "" ? { text: plain, tables: undefined } : page;
  if (head === "" && body.text.trim() === "") throw new FigureError("bad-data", "the message has no text");
  const moved = <T extends { start: number; end: number }>(one: T): T => ({
    ...one,
    start: one.start + head.length,
    end: one.end + head.length,
  });
  return {
    text: head + body.text,
    tables: body.tables?.map((table) => ({
      ...moved(table),
      rows: table.rows.map((row) => row.map(moved)),
      title: table.title && moved(table.title),
    })),
    publishedOn: date === undefined ? undefined : dayOf(date),
    leftOut: counted({ attachment: mail.attachments.length }),
  };
}

/** The day that a Date field prints, in the sender's own time: "Mon, 23 Oct 2023 08:30:00 +0800". */
function dayOf(date: string): string | undefined {
  const [, day, name, year] = /(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})/.exec(date.slice(0, 100)) ?? [];
  const month = MONTHS.indexOf((name ?? "").toLowerCase()) + 1;
  return month === 0
    ? undefined
    : `${year}-${String(month).padStart(2, "0")}-${(day ?? "").padStart(2, "0")}`;
}
