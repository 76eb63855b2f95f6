import { test } from "vitest";
import { hasCorpus } from "../../support/corpus.ts";
import { expectStories } from "../../support/stories/expect-stories.ts";
import { javascriptClient } from "../../support/stories/javascript-client.ts";
import { idOf } from "../../support/stories/teller.ts";
import { typescriptSdk } from "../../support/stories/typescript-sdk.ts";
import { tellOfContacts, tellOfMailboxRules } from "../../support/stories/unseen/contacts.ts";
import { tellOfEducation } from "../../support/stories/unseen/education.ts";
import { tellOfAvailability, tellOfMeetings } from "../../support/stories/unseen/events.ts";
import { tellOfGovernance, tellOfOrganization } from "../../support/stories/unseen/governance.ts";
import { tellOfConditionalAccess, tellOfGrants, tellOfRoles } from "../../support/stories/unseen/identity.ts";
import {
  tellOfDeviceManagement,
  tellOfDevicePolicies,
  tellOfManagedDevices,
} from "../../support/stories/unseen/managed-devices.ts";
import { tellOfTalks } from "../../support/stories/unseen/meetings-online.ts";
import {
  tellOfExtensions,
  tellOfServices,
  tellOfThreads,
} from "../../support/stories/unseen/more-of-directory.ts";
import { tellOfNotebooks, tellOfSites, tellOfWorkbooks } from "../../support/stories/unseen/notes.ts";
import { plainly } from "../../support/stories/unseen/plain-client.ts";
import {
  askForStatus,
  askInBatches,
  askWithEtags,
  askWrongly,
} from "../../support/stories/unseen/plain-requests.ts";
import { tellOfQueries } from "../../support/stories/unseen/queries.ts";
import { tellOfPlanner, tellOfTodo } from "../../support/stories/unseen/tasks.ts";
import { tellOfShifts, tellOfTeamwork } from "../../support/stories/unseen/teamwork.ts";

/** A second set, written before anybody had looked how the mock answers it. */
const asked = { floor: 0.97, steps: 550 };

test.runIf(hasCorpus)(
  "families of Graph that the other stories do not touch work for three clients",
  () =>
    expectStories(asked, async (tellAs, { origin, app, user }) => {
      const js = tellAs("JavaScript");
      const [all, me] = [javascriptClient(origin, app), javascriptClient(origin, user)];
      await tellOfContacts(js, me);
      await tellOfMailboxRules(js, me);
      await tellOfMeetings(js, me, "js");
      await tellOfAvailability(js, me);
      await tellOfTodo(js, me);
      await tellOfPlanner(js, me);
      await tellOfTeamwork(js, all, all, "js");
      await tellOfShifts(js, all, all, "js");
      await tellOfTalks(js, all, me);
      await tellOfNotebooks(js, me);
      await tellOfSites(js, all);
      await tellOfWorkbooks(js, me, me.write);
      await tellOfEducation(js, all, me);
      await tellOfConditionalAccess(js, all);
      await tellOfRoles(js, all);
      await tellOfGrants(js, all);
      await tellOfGovernance(js, all, me);
      await tellOfOrganization(js, all, me);
      await tellOfDevicePolicies(js, all);
      await tellOfManagedDevices(js, all);
      await tellOfDeviceManagement(js, all);
      await tellOfExtensions(js, all, me);
      await tellOfThreads(js, all);
      await tellOfServices(js, all, me);
      await tellOfQueries(js, all);
      const sdk = tellAs("TypeScript");
      const id = idOf(await me.get("/me"));
      const [sdkAll, sdkMe] = [typescriptSdk(origin, app), typescriptSdk(origin, user, id)];
      await tellOfContacts(sdk, sdkMe);
      await tellOfMailboxRules(sdk, sdkMe);
      await tellOfMeetings(sdk, sdkMe, "sdk");
      await tellOfAvailability(sdk, sdkMe);
      await tellOfTodo(sdk, sdkMe);
      await tellOfTeamwork(sdk, sdkAll, all, "sdk");
      await tellOfShifts(sdk, sdkAll, all, "sdk");
      await tellOfNotebooks(sdk, sdkMe);
      const tell = tellAs("fetch");
      const [ask, mine] = [plainly(tell, origin, app), plainly(tell, origin, user)];
      await askForStatus(ask, mine);
      await askWithEtags(mine);
      await askInBatches(ask);
      await askWrongly(ask, plainly(tell, origin));
    }),
  120_000,
);
