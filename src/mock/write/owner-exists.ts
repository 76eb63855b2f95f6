import type { Call } from "../route/call.ts";

/** Whether there is what the last step of a request's path belongs to. */
export function ownerExists({ served, resourcePath }: Call): boolean {
  const { owner } = resourcePath;
  if (owner.every(({ key }) => key === undefined)) return true;
  if (owner.at(-1)?.key !== undefined) return served.store.resource(owner) !== undefined;
  return served.store.list(owner) !== undefined;
}
