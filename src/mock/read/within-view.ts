import type { Resource } from "../message.ts";
import { doubtOf, momentOf } from "../query/moment.ts";
import type { Call } from "../route/call.ts";
import { graphFacts } from "../store/said-nowhere.ts";

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
    return begins - doubtOf(resource.start) < until && ends + doubtOf(resource.end) > from;
  });
}
