import type { Resource } from "../message.ts";
import { collectionOf, type Step, storePath } from "../route/resource-path.ts";
import type { Holder } from "./links.ts";
import type { Resources } from "./resources.ts";
import type { Written } from "./written.ts";

/** What was deleted, and is kept elsewhere until it is restored, or deleted there, too. */
export interface Retired {
  /** Keeps a resource elsewhere, in another form, with what belongs to it; false when there is no room. */
  retire(home: readonly Step[], to: readonly Step[], kept: Resource): boolean;
  /**
   * Brings back what is kept: as it was, with what refers to it, to where it was; what nobody saw deleted, to another
   * place. The steps to it; undefined when there is no room.
   */
  restore(kept: readonly Step[], otherwise: readonly Step[] | undefined): readonly Step[] | undefined;
}

interface Known {
  readonly kept: readonly Step[];
  readonly home: readonly Step[];
  readonly resource: Resource;
  readonly holders: readonly Holder[];
}

/** The first of more than that are gone for ever, as those of Graph are after 30 days. */
const most = 1000;

export function makeRetired({
  resources,
  written,
}: {
  readonly resources: Resources;
  readonly written: Written;
}): Retired {
  const known = new Map<string, Known>();

  /** Puts a resource to another place, with what is below it. */
  const bring = (from: readonly Step[], to: readonly Step[], resource: Resource): boolean => {
    const [place, other] = [listOf(from), listOf(to)];
    const [collection, target] = [resources.keep(place.steps), resources.keep(other.steps)];
    if (!collection || !target || !written.hasRoomFor(resource)) return false;
    written.put(target, other.key, resource);
    written.move(storePath(from), storePath(to));
    return written.remove(storePath(place.steps), collection, place.key);
  };

  const endFirst = (): void => {
    const [path, first] = known.entries().next().value ?? [];
    if (path === undefined || !first) return;
    known.delete(path);
    const { steps, key } = listOf(first.kept);
    const collection = resources.keep(steps);
    if (collection?.items.has(key.toLowerCase())) written.remove(storePath(steps), collection, key);
  };

  const refer = ({ path, key }: Holder, target: readonly Step[]): void => {
    const collection = key === undefined ? undefined : written.collection(path);
    if (key === undefined) written.link(path, target);
    else if (collection) written.link(path, target, { collection, key });
  };

  return {
    retire(home, to, kept) {
      const resource = resources.resource(home);
      const holders = written.holders(storePath(home));
      if (!resource || !bring(home, to, kept)) return false;
      known.set(storePath(to), { kept: to, home, resource, holders });
      if (known.size > most) endFirst();
      return true;
    },
    restore(kept, otherwise) {
      const path = storePath(kept);
      const before = known.get(path);
      const home = before?.home ?? otherwise;
      const resource = before?.resource ?? resources.resource(kept);
      if (!home || !resource || !bring(kept, home, resource)) return undefined;
      known.delete(path);
      for (const holder of before?.holders ?? []) refer(holder, home);
      return home;
    },
  };
}

function listOf(steps: readonly Step[]): { readonly steps: readonly Step[]; readonly key: string } {
  const last = steps.at(-1);
  return last ? { steps: collectionOf(steps, last), key: last.key ?? "" } : { steps, key: "" };
}
