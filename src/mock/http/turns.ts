/** Milliseconds for which requests are answered before the event loop looks whether others came. */
const slice = 3;

/** Finds the answer to a request, and gives back what sends it; undefined where the answer is still to come. Never throws. */
export type Job = () => (() => void) | undefined;

/** Does a job when the event loop has read what came, or in a later turn of it, in the order in which they are given. */
export type Turns = (job: Job) => void;

/**
 * Shares the turns of the event loop among requests. Node accepts one connection in a turn (libuv since 1.45, pull request
 * 3696): where a hundred connections are answered in each, whoever connects meanwhile would wait for seconds. What was
 * answered in a turn goes out at its end: a client that serves many connections is woken once, and asks again at once.
 * `now` tells the milliseconds.
 */
export function makeTurns(now: () => number = () => performance.now()): Turns {
  let waiting: Job[] = [];
  const turn = (): void => {
    const began = now();
    const answers: ReturnType<Job>[] = [];
    for (const job of waiting) {
      if (now() - began >= slice) break;
      answers.push(job());
    }
    waiting = waiting.slice(answers.length);
    if (waiting.length > 0) setImmediate(turn);
    for (const send of answers) send?.();
  };
  return (job) => {
    if (waiting.length === 0) setImmediate(turn);
    waiting.push(job);
  };
}
