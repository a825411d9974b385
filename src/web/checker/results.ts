import type { Checker } from "./checker.js";
import { conflictList } from "./conflict-list.js";
import { at, h, visible } from "./dom.js";
import { figureTable } from "./figure-table.js";
import { Finding } from "./finding.js";
import { FindingList } from "./findings.js";
import { Prose } from "./prose.js";
import type { Conflict, FromWorker, ShownRepair, Unread } from "./protocol.js";
import { ratePictures } from "./rate-pictures.js";
import { ClaimTable } from "./table.js";
import { counted, filled, type Language, WORDS } from "./words.js";

type State = "running" | "done" | "stopped" | "failed";
type About<T extends FromWorker["tell"]> = Extract<FromWorker, { readonly tell: T }>;

const MOST_OF_A_REASON = 20;
const MOST_FIGURES = 300;

/** What is known of the text that is being checked, or was. */
class Run {
  readonly text: string;
  readonly findings: Finding[] = [];
  /** Called when every finding is told. */
  readonly waiting: (() => void)[] = [];
  conflicts: readonly Conflict[] = [];
  read: Pick<About<"read">, "figures" | "unread" | "count" | "unsupported"> = {
    figures: 0,
    unread: [],
    count: 0,
    unsupported: "",
  };
  left: Pick<About<"notCompared">, "left" | "count"> = { left: [], count: 0 };
  state: State = "running";

  constructor(text: string) {
    this.text = text;
  }
}

/** Everything below the box for the text: what was read and found, as it comes in. */
export class Results {
  readonly table = new ClaimTable(at("claims"));
  private readonly prose: Prose;
  private readonly findings: FindingList;
  private readonly bar = at<HTMLProgressElement>("bar");
  private language: Language = "en";
  private run: Run | undefined;
  private readonly say: (sentence: string) => void;
  private readonly repair: (text: string, repair: ShownRepair) => void;

  constructor(
    private readonly checker: Checker,
    doing: {
      readonly say: (sentence: string) => void;
      readonly repair: (text: string, repair: ShownRepair) => void;
    },
  ) {
    this.say = doing.say;
    this.repair = doing.repair;
    this.prose = new Prose(at("prose"), at("note"), {
      open: (id) => this.findings.open(id),
      values: (from, to) => checker.values(from, to),
    });
    this.findings = new FindingList(at("findings"), {
      more: (id) => checker.more(id),
      told: (ids) => checker.told(ids),
      point: (start, end) => this.prose.point(start, end),
      repair: (one) => this.putIn(one),
    });
    at<HTMLDetailsElement>("figure-details").addEventListener("toggle", () => this.tellFigures());
  }

  get conflicts(): readonly Conflict[] {
    return this.run?.conflicts ?? [];
  }

  speak(language: Language): void {
    this.language = language;
    this.findings.speak(language);
    this.table.speak(language);
    this.prose.speak(language);
    this.say("");
    this.tellRead();
    this.tellState();
  }

  start(text: string): void {
    this.run = new Run(text);
    for (const id of ["results", "findings-section", "table-section", "claims"]) at(id).hidden = false;
    this.bar.removeAttribute("value");
    this.findings.clear();
    this.table.clear();
    this.prose.show(text);
    this.tellRead();
    this.tellState();
    this.say(WORDS[this.language].reading);
  }

  clear(): void {
    this.run = undefined;
    at("results").hidden = true;
    this.tellState();
  }

  fail(why: string): void {
    if (this.run !== undefined) this.run.state = "failed";
    this.tellState();
    this.say(why);
  }

  hear(data: FromWorker): void {
    if (data.tell === "marks") this.prose.mark(data.marks);
    else if (data.tell === "values") {
      this.prose.value(data.from, data.values);
      if (data.from === 0) this.tellFigures();
    } else if (data.tell === "told") this.told(data.told);
    else if (data.tell === "more") this.findings.fill(data.more);
    else if (data.tell === "findings") this.found(data);
    else if (data.tell === "failed") this.fail(data.message);
    if (this.run === undefined) return;
    if (data.tell === "read") {
      this.run.read = data;
      this.prose.unread(data.unread);
      this.tellRead();
    } else if (data.tell === "notCompared") {
      this.run.left = data;
      this.tellRead();
    } else if (data.tell === "conflicts") this.run.conflicts = data.conflicts;
    else if (data.tell === "done") {
      this.run.state = data.stopped ? "stopped" : "done";
      this.findings.flush();
      this.table.flush();
      this.tellState();
      this.tellFigures();
    }
  }

  /** Every finding in words, for a file; those that are not told yet are asked for. */
  async whole(): Promise<readonly Finding[]> {
    const { run } = this;
    if (run === undefined) return [];
    const silent = run.findings.filter((one) => one.told === undefined);
    if (silent.length > 0) {
      this.checker.told(silent.map(({ id }) => id));
      await new Promise<void>((resolve) => run.waiting.push(resolve));
    }
    return run.findings;
  }

  private told(told: About<"told">["told"]): void {
    const { run } = this;
    if (run === undefined) return;
    for (const [id, words] of told) {
      const one = run.findings[id];
      if (one !== undefined) one.told = words;
    }
    this.findings.fresh();
    if (run.waiting.length === 0 || run.findings.some((one) => one.told === undefined)) return;
    for (const resolve of run.waiting.splice(0)) resolve();
  }

  private found({ findings: brief, done, total }: About<"findings">): void {
    const { run } = this;
    if (run === undefined) return;
    const findings = brief.map((one) => new Finding(run.text, one));
    for (const one of findings) run.findings.push(one);
    this.findings.add(findings);
    this.table.add(findings);
    this.prose.find(findings);
    if (total === 0) return;
    this.bar.max = total;
    this.bar.value = done;
    const words = WORDS[this.language];
    this.say(done === total ? words.mending : filled(words.checking, { done, total }));
  }

  private putIn(repair: ShownRepair): void {
    if (this.run !== undefined) this.repair(this.run.text, repair);
  }

  /** What was seen and not read, and what was not compared with published figures, by reason. */
  private tellRead(): void {
    const words = WORDS[this.language];
    const { unread, count } = this.run?.read ?? { unread: [], count: 0 };
    this.tellReasons("unread", unread, filled(words.unread, { count }));
    const { left, count: others } = this.run?.left ?? { left: [], count: 0 };
    this.tellReasons("not-compared", left, filled(words.notCompared, { count: others }));
  }

  private tellReasons(id: string, unread: readonly Unread[], title: string): void {
    const box = at(id);
    box.hidden = unread.length === 0;
    const reasons = new Map<string, Unread[]>();
    for (const one of unread) reasons.set(one.why, [...(reasons.get(one.why) ?? []), one]);
    const items = [...reasons].map(([why, all]) => {
      const texts = all.slice(0, MOST_OF_A_REASON).map((one) => `“${visible(one.text.slice(0, 60))}”`);
      return h("li", {}, `${why}: ${texts.join(", ")}${all.length > MOST_OF_A_REASON ? ", …" : ""}`);
    });
    box.replaceChildren(h("summary", {}, title), h("ul", { lang: "en" }, ...items));
  }

  private tellFigures(): void {
    const table = at("figure-table");
    const shown = at<HTMLDetailsElement>("figure-details").open && this.run !== undefined;
    if (!shown) table.replaceChildren();
    else {
      const figures = this.prose.figures(MOST_FIGURES);
      table.replaceChildren(...figureTable(figures, this.run?.text ?? "", this.language));
    }
  }

  private tellConflicts(): void {
    const { conflicts = [], findings = [], state } = this.run ?? {};
    const open = (id: number) => this.findings.open(id);
    const point = (start: number, end: number) => this.prose.point(start, end);
    const repair = (one: ShownRepair) => this.putIn(one);
    const items = conflictList(conflicts, findings, this.language, { open, point, repair });
    at("conflict-list").replaceChildren(...items);
    at("conflicts").hidden = items.length === 0;
    const pictures = state === "running" ? [] : ratePictures(findings, this.language, open);
    at("rate-pictures").replaceChildren(...pictures);
    at("rate-section").hidden = pictures.length === 0;
  }

  private tellState(): void {
    const { run } = this;
    const running = run?.state === "running";
    at("stop").hidden = !running;
    this.bar.hidden = !running;
    document.body.dataset["state"] = run?.state ?? "";
    this.tellConflicts();
    if (run === undefined || running || run.state === "failed") return;
    at("findings-section").hidden = run.findings.length === 0;
    at("exports").hidden = run.findings.length === 0;
    at("claims").hidden = run.findings.length === 0;
    at("table-section").hidden = run.findings.length + run.read.figures === 0;
    this.say(this.summary(run));
  }

  private summary(run: Run): string {
    const words = WORDS[this.language];
    const figures = counted(words.figuresRead, run.read.figures);
    const stopped = run.state === "stopped" ? `${words.stopped} ` : "";
    if (run.findings.length === 0 && run.state === "done") {
      const { unsupported } = run.read;
      if (unsupported !== "") return filled(words.otherLanguage, { language: unsupported });
      return run.read.figures === 0 ? words.noFigures : filled(words.noFindings, { figures });
    }
    const count = (outcome: string) => run.findings.filter((one) => one.outcome === outcome).length;
    return `${stopped}${filled(words.summary, {
      claims: counted(words.claims, run.findings.length),
      inconsistent: count("inconsistent"),
      undecided: count("undecided"),
      consistent: count("consistent"),
      computed: count("computed"),
      figures,
    })}`;
  }
}
