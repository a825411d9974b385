import { FigureError, type FigureErrorCode } from "../../errors.js";

/** What two processes need of each other: Node's channel between a parent and its child. */
interface Port {
  send?(message: Message): boolean;
  on(event: "message", listener: (message: Message) => void): unknown;
}

type Message =
  | { readonly ask: number; readonly question: unknown }
  | { readonly answer: number; readonly value: unknown }
  | {
      readonly answer: number;
      readonly error: { readonly message: string; readonly code?: FigureErrorCode };
    };

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** One end of a conversation between two processes: each may ask the other, and waits for the answer to its question. */
export class Peer<Question, Answered> {
  private readonly waiting = new Map<number, Waiting>();
  private count = 0;

  constructor(
    private readonly port: Port,
    answer: (question: Answered) => unknown,
  ) {
    port.on("message", (message) => {
      // A cell may send anything over the channel of its process.
      if (typeof message !== "object" || message === null) return;
      if ("question" in message) {
        // Inside a promise, so that what is thrown at once is answered like what is thrown later.
        Promise.resolve()
          .then(() => answer(message.question as Answered))
          .then(
            (value) => this.port.send?.({ answer: message.ask, value }),
            (error: Error) => this.port.send?.({ answer: message.ask, error: plain(error) }),
          );
        return;
      }
      const one = this.waiting.get(message.answer);
      this.waiting.delete(message.answer);
      if ("value" in message) one?.resolve(message.value);
      else if ("error" in message) one?.reject(again(message.error));
    });
  }

  ask(question: Question): Promise<unknown> {
    const ask = this.count++;
    return new Promise((resolve, reject) => {
      this.waiting.set(ask, { resolve, reject });
      this.port.send?.({ ask, question });
    });
  }

  /** No answers will come: the other process has ended. */
  end(error: Error): void {
    for (const one of this.waiting.values()) one.reject(error);
    this.waiting.clear();
  }
}

const plain = (error: Error) => ({
  message: error.message,
  ...(FigureError.is(error) ? { code: error.code } : {}),
});

const again = (error: { message: string; code?: FigureErrorCode } | null): Error =>
  error?.code === undefined
    ? new Error(String(error?.message))
    : new FigureError(error.code, String(error.message));
