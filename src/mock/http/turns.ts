/** Milliseconds for which requests are answered before the event loop looks whether others came. */
const slice = 3;

/** Does a job now, or in a later turn of the event loop, in the order in which they are given. */
export type Turns = (job: () => void) => void;

/**
 * Shares the turns of the event loop among requests. Node accepts one connection in a turn (libuv since 1.45, pull request
 * 3696): where a hundred connections are answered in each, whoever connects meanwhile would wait for seconds.
 */
export function makeTurns(): Turns {
  let waiting: (() => void)[] = [];
  let next = 0;
  let isOpen = false;
  let began = 0;
  const isOver = (): boolean => performance.now() - began > slice;
  const begin = (): void => {
    began = performance.now();
    setImmediate(turn);
  };
  const turn = (): void => {
    isOpen = next < waiting.length;
    if (isOpen) begin();
    while (next < waiting.length && !isOver()) waiting[next++]?.();
    if (next < waiting.length) return;
    waiting = [];
    next = 0;
  };
  return (job) => {
    if (!isOpen) {
      isOpen = true;
      begin();
    }
    if (waiting.length === 0 && !isOver()) job();
    else waiting.push(job);
  };
}
