/**
 * The seconds of processor time that some work takes. What is read in time in proportion to its length takes
 * milliseconds, what is not takes minutes: a bound between the two holds on a busy machine, too.
 */
export function processorSeconds(work: () => void): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
}
