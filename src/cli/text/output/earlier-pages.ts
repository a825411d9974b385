import { dirname } from "node:path";
import { shownPath } from "../../../data/file/bytes.js";
import { fileIdentityOf, identityOf } from "../input/same-file.js";
import { isOurPage } from "./our-pages.js";
import { isPage } from "./targets.js";

/** Where the pages of a run go, and who is told what is left out for it. */
export interface Pages {
  readonly html?: string | undefined;
  readonly say: (text: string) => void;
}

/** What an earlier run wrote to where the pages of this one go: it is no text to read. */
export class EarlierPages {
  private readonly page: string | undefined;
  private readonly folder: string | undefined;
  private readonly say: (text: string) => void;
  private readonly said = new Set<string>();

  constructor({ html, say }: Pages) {
    this.page = html !== undefined && isPage(html) ? fileIdentityOf(html) : undefined;
    this.folder = html !== undefined && !isPage(html) ? identityOf(html) : undefined;
    this.say = say;
  }

  /** Whether a folder that is come upon is the one of the pages: all in it is left out. */
  isFolder(path: string): boolean {
    if (this.folder === undefined || identityOf(path) !== this.folder) return false;
    this.tell(`${shownPath(path)} is left out: the pages go there`);
    return true;
  }

  /** Whether a file is such a page; others beside it, in a folder that is named itself, are read. */
  holds(path: string): boolean {
    if (this.page !== undefined) {
      if (fileIdentityOf(path) !== this.page || !isOurPage(path)) return false;
      this.tell(`${shownPath(path)} is left out: the page goes there`);
      return true;
    }
    if (this.folder === undefined || !/\.html$/i.test(path)) return false;
    if (identityOf(dirname(path)) !== this.folder || !isOurPage(path)) return false;
    this.tell(`pages of an earlier run in ${shownPath(dirname(path))} are left out`);
    return true;
  }

  private tell(text: string): void {
    if (this.said.has(text)) return;
    this.said.add(text);
    this.say(text);
  }
}
