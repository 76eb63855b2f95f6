import { startMock } from "graph-conformance";
import { test as base } from "graph-conformance/playwright";

/** What of the service is broken on purpose; nothing where it is empty. */
interface Options {
  fault: string;
}

/** A service that stands for the one under test, with a token: another mock, a proxy or a tenant is asked alike. */
export const test = base.extend<object, Options & { readonly service: string; readonly token: string }>({
  fault: ["", { scope: "worker", option: true }],
  service: [
    async ({ fault, graphContracts }, use) => {
      const contracts = [graphContracts["v1.0"]];
      const { origin, close } = await startMock({ contracts, ...(fault === "" ? {} : { fault }) });
      await use(origin);
      await close();
    },
    { scope: "worker" },
  ],
  token: [
    async ({ service }, use) => {
      const form = {
        grant_type: "client_credentials",
        client_id: "me",
        client_secret: "any",
        scope: `${service}/.default`,
      };
      const answer = await fetch(`${service}/any-tenant/oauth2/v2.0/token`, {
        method: "POST",
        body: new URLSearchParams(form),
      });
      const { access_token } = (await answer.json()) as { access_token: string };
      await use(access_token);
    },
    { scope: "worker" },
  ],
  baseURL: async ({ service }, use) => use(`${service}/v1.0/identityGovernance/lifecycleWorkflows/`),
  extraHTTPHeaders: async ({ token }, use) => use({ Authorization: `Bearer ${token}` }),
});

export const result = "microsoft.graph.identityGovernance.userProcessingResult";

/** The results of a run, as a path below `baseURL`. */
export const runs =
  "workflows/14879e66-9ea9-48d0-804d-8fea672d0341/runs/dad77a47-6eda-4de7-bc37-fe8eb5aaf17d/userProcessingResults";
