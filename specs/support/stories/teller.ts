import { isObject } from "../../../src/base/is-object.ts";

/** What a client was answered with: an object of JSON, or nothing. */
export type Answer = Readonly<Record<string, unknown>>;

/** What a story asks for beside the path. */
export interface Asked {
  /** The options of the query, without their `$`. */
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Headed;
}

/** Headers of a request, by name. */
export type Headed = Readonly<Record<string, string>>;

/** One who works with Graph through a client of Microsoft. Paths are as documentation has them, without version. */
export interface Caller {
  get(path: string, asked?: Asked): Promise<Answer>;
  post(path: string, body: unknown, headers?: Headed): Promise<Answer>;
  patch(path: string, body: unknown, headers?: Headed): Promise<Answer>;
  put(path: string, body: unknown, headers?: Headed): Promise<Answer>;
  delete(path: string, headers?: Headed): Promise<Answer>;
}

/** Thrown for what a client does not offer: such a step is not told. */
export class NotOffered extends Error {}

/** Tells the steps of a story one after the other, and notes which of them came out otherwise than the pages say. */
export interface Teller {
  /** Does a step; its answer is empty where the step went wrong, so that the story goes on. */
  step(says: string, call: () => Promise<Answer>, check?: (answer: Answer) => void): Promise<Answer>;
  /** A step that the service refuses with that status. */
  refused(says: string, status: number, call: () => Promise<Answer>): Promise<void>;
}

export interface Told {
  readonly says: string;
  /** Undefined for what came out right. */
  readonly wrong?: string;
}

/** @param client said with each step, where several tell the same story */
export function teller(told: Told[], client?: string): Teller {
  async function step(what: string, call: () => Promise<Answer>, check?: (answer: Answer) => void) {
    const says = client === undefined ? what : `${client} ${what}`;
    try {
      const answer = await call();
      check?.(answer);
      told.push({ says });
      return answer;
    } catch (error) {
      if (!(error instanceof NotOffered)) told.push({ says, wrong: saidOf(error) });
      return {};
    }
  }
  return {
    step,
    async refused(says, status, call) {
      await step(says, async () => {
        const answer = await call().catch((error: unknown) => {
          if (statusOf(error) !== status) throw error;
          return undefined;
        });
        if (answer) throw new Error(`not refused, but answered with ${JSON.stringify(answer).slice(0, 200)}`);
        return {};
      });
    },
  };
}

function statusOf(error: unknown): unknown {
  return isObject(error) ? (error.statusCode ?? error.responseStatusCode) : undefined;
}

function saidOf(error: unknown): string {
  const status = statusOf(error);
  const message = error instanceof Error || isObject(error) ? String(error.message) : "no error";
  return `${status === undefined ? "" : `${String(status)} `}${message}`.replace(/\s+/g, " ").slice(0, 300);
}

/** The id of an answer; no resource has that of an empty one. */
export function idOf({ id }: Answer): string {
  return typeof id === "string" ? id : "none-came-back";
}

export function itemsOf({ value }: Answer): readonly Answer[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

export function idsOf(answer: Answer): readonly string[] {
  return itemsOf(answer).map(idOf);
}
