import { withControl } from "./changed-answer.ts";
import type { Fault } from "./fault.ts";

const link = "@odata.nextLink";

export const linkFaults: readonly Fault[] = [
  {
    name: "relative-link",
    breaks: "@odata.nextLink is relative",
    expect: { rule: "odata/next-link" },
    response: (response) => withControl(response, link, (text) => text.replace(/^https?:\/\/[^/]*/, "")),
  },
  {
    name: "foreign-link",
    breaks: "@odata.nextLink leads to another host",
    expect: { rule: "odata/next-link" },
    response: (response) =>
      withControl(response, link, (text) => text.replace(/^https?:\/\/[^/]*/, "https://pages.graph.example")),
  },
  {
    name: "looping-link",
    breaks: "@odata.nextLink leads back to the same page",
    expect: { rule: "odata/next-link" },
    response: (response, { request }) =>
      withControl(response, link, () => `${request.origin}${request.target}`),
  },
];
