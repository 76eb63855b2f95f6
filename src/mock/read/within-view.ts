import { isObject } from "../../base/is-object.ts";
import type { Resource } from "../message.ts";
import type { Call } from "../route/call.ts";
import { graphFacts } from "../store/said-nowhere.ts";

/** The hours by which two clocks on earth can differ. */
const farthest = 26 * 3600 * 1000;

/**
 * Of the resources of a view those that are between the dates asked for (Graph page "List calendarView": those that
 * begin before the end and end after the beginning). A time of another zone may be as far off as clocks can be, and
 * what does not say its times is in every view.
 */
export function withinView({ resourcePath, url }: Call, resources: readonly Resource[]): readonly Resource[] {
  const name = resourcePath.steps.at(-1)?.name.toLowerCase();
  const view = graphFacts.views.find(({ fact }) => fact.view.toLowerCase() === name)?.fact;
  const [from, until] = (view?.between ?? []).map((option) =>
    momentOf(url.options.get(option.toLowerCase())),
  );
  if (from === undefined || until === undefined) return resources;
  return resources.filter((resource) => {
    const begins = momentOf(resource.start);
    const ends = momentOf(resource.end) ?? begins;
    if (begins === undefined || ends === undefined) return true;
    return begins - doubt(resource.start) < until && ends + doubt(resource.end) > from;
  });
}

/** In milliseconds; what says no offset is in UTC. */
function momentOf(value: unknown): number | undefined {
  const text = isObject(value) ? value.dateTime : value;
  if (typeof text !== "string") return undefined;
  const moment = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/i.test(text) || !text.includes("T") ? text : `${text}Z`);
  return Number.isNaN(moment) ? undefined : moment;
}

function doubt(value: unknown): number {
  const zone = isObject(value) ? value.timeZone : undefined;
  return typeof zone === "string" && /^(?:utc|gmt|etc\/(?:utc|gmt))$/i.test(zone) ? 0 : farthest;
}
