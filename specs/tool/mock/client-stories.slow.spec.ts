import { expect, test } from "vitest";
import { startMock } from "../../../src/mock/http/start-mock.ts";
import { corpus, hasCorpus } from "../../support/corpus.ts";
import { tellOfApplications, tellOfSubscriptions } from "../../support/stories/applications.ts";
import { tellOfBatches } from "../../support/stories/batch.ts";
import { tellOfCalendar } from "../../support/stories/calendar.ts";
import { tellOfDelta } from "../../support/stories/delta.ts";
import { tellOfFiles } from "../../support/stories/files.ts";
import { tellOfGroups } from "../../support/stories/groups.ts";
import { javascriptClient } from "../../support/stories/javascript-client.ts";
import { tellOfMail } from "../../support/stories/mail.ts";
import { odataClient } from "../../support/stories/odata-client.ts";
import { tellOfTeams } from "../../support/stories/teams.ts";
import { type Caller, idOf, type Teller, type Told, teller } from "../../support/stories/teller.ts";
import { tokenOf } from "../../support/stories/token-of.ts";
import { typescriptSdk } from "../../support/stories/typescript-sdk.ts";
import { tellOfUsers } from "../../support/stories/users.ts";

/** Of all steps. */
const floor = 0.97;

type Tokens = { readonly origin: string; readonly app: string; readonly user: string };

async function expectStories(tellAll: (tell: Teller, tokens: Tokens) => Promise<void>): Promise<void> {
  const mock = await startMock({
    contracts: [(await corpus()).contract("v1.0")],
    // Clients are newer than the pages.
    lenient: () => {},
  });
  try {
    const told: Told[] = [];
    await tellAll(teller(told), {
      origin: mock.origin,
      app: await tokenOf(mock.origin, { grant_type: "client_credentials" }),
      user: await tokenOf(mock.origin, {
        grant_type: "password",
        username: "megan@contoso.com",
        password: "hers",
      }),
    });
    const wrong = told.flatMap(({ says, wrong }) => (wrong === undefined ? [] : `${says}: ${wrong}`));
    expect(told.length).toBeGreaterThan(40);
    expect(1 - wrong.length / told.length, `${told.length} steps\n${wrong.join("\n")}`).toBeGreaterThan(
      floor,
    );
  } finally {
    await mock.close();
  }
}

/** What every client can do that knows paths and bodies. */
async function tellPlainly(tell: Teller, app: Caller, me: Caller): Promise<void> {
  await tellOfUsers(tell, app);
  await tellOfMail(tell, me);
  await tellOfCalendar(tell, me);
  await tellOfTeams(tell, app, me);
  await tellOfSubscriptions(tell, me);
}

test.runIf(hasCorpus)(
  "@microsoft/microsoft-graph-client works against all of v1.0",
  () =>
    expectStories(async (tell, { origin, app, user }) => {
      const [all, me] = [javascriptClient(origin, app), javascriptClient(origin, user)];
      await tellPlainly(tell, all, me);
      await tellOfGroups(tell, all);
      await tellOfApplications(tell, all);
      await tellOfFiles(tell, me);
      await tellOfBatches(tell, all);
      await tellOfDelta(tell, all);
    }),
  120_000,
);

test.runIf(hasCorpus)(
  "@microsoft/msgraph-sdk works against all of v1.0",
  () =>
    expectStories(async (tell, { origin, app, user }) => {
      const me = idOf(await javascriptClient(origin, user).get("/me"));
      const all = typescriptSdk(origin, app);
      await tellPlainly(tell, all, typescriptSdk(origin, user, me));
      await tellOfDelta(tell, all);
    }),
  120_000,
);

test.runIf(hasCorpus)(
  "a client of OData that knows nothing of Graph works against all of v1.0",
  () =>
    expectStories(async (tell, { origin, app, user }) => {
      const all = odataClient(origin, app);
      await tellPlainly(tell, all, odataClient(origin, user));
      await tellOfGroups(tell, all);
      await tellOfApplications(tell, all);
    }),
  120_000,
);
