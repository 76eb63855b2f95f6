/** Milliseconds for which requests are answered before the event loop looks whether others came. */
const slice = 3;
/** Milliseconds without a request behind which a turn is taken for a new one. */
const pause = 0.5;

/** Does a job now, or in a later turn of the event loop, in the order in which they are given. */
export type Turns = (job: () => void) => void;

/**
 * Shares the turns of the event loop among requests. Node accepts one connection in a turn (libuv since 1.45, pull request
 * 3696): where a hundred connections are answered in each, whoever connects meanwhile would wait for seconds.
 */
export function makeTurns(): Turns {
  let waiting: (() => void)[] = [];
  let next = 0;
  let [began, ended] = [0, 0];
  const turn = (): void => {
    began = performance.now();
    for (ended = began; next < waiting.length && ended - began < slice; ended = performance.now())
      waiting[next++]?.();
    if (next < waiting.length) {
      setImmediate(turn);
      return;
    }
    waiting = [];
    next = 0;
  };
  return (job) => {
    const now = performance.now();
    if (now - ended > pause) began = now;
    if (waiting.length === 0 && now - began < slice) {
      job();
      ended = performance.now();
      return;
    }
    if (waiting.length === 0) setImmediate(turn);
    waiting.push(job);
  };
}
