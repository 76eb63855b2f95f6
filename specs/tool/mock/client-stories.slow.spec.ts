import { test } from "vitest";
import { hasCorpus } from "../../support/corpus.ts";
import { tellOfApplications, tellOfSubscriptions } from "../../support/stories/applications.ts";
import { tellOfBatches } from "../../support/stories/batch.ts";
import { tellOfCalendar } from "../../support/stories/calendar.ts";
import { tellOfDelta } from "../../support/stories/delta.ts";
import { expectStories } from "../../support/stories/expect-stories.ts";
import { tellOfFiles } from "../../support/stories/files.ts";
import { tellOfGroups } from "../../support/stories/groups.ts";
import { javascriptClient } from "../../support/stories/javascript-client.ts";
import { tellOfMail } from "../../support/stories/mail.ts";
import { odataClient } from "../../support/stories/odata-client.ts";
import { tellOfTeams } from "../../support/stories/teams.ts";
import { type Caller, idOf, type Teller } from "../../support/stories/teller.ts";
import { typescriptSdk } from "../../support/stories/typescript-sdk.ts";
import { tellOfUsers } from "../../support/stories/users.ts";

const asked = { floor: 0.97, steps: 40 };

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
    expectStories(asked, async (tellAs, { origin, app, user }) => {
      const tell = tellAs();
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
    expectStories(asked, async (tellAs, { origin, app, user }) => {
      const tell = tellAs();
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
    expectStories(asked, async (tellAs, { origin, app, user }) => {
      const tell = tellAs();
      const all = odataClient(origin, app);
      await tellPlainly(tell, all, odataClient(origin, user));
      await tellOfGroups(tell, all);
      await tellOfApplications(tell, all);
    }),
  120_000,
);
