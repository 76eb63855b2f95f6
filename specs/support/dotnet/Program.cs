// The stories of specs/support/stories as a developer writes them with Microsoft.Graph for .NET, against the mock at
// GRAPH_ORIGIN; and the mock's $metadata, read by Microsoft.OData.Edm. Started by check-dotnet.ts.
using Stories;

var origin = Environment.GetEnvironmentVariable("GRAPH_ORIGIN") ?? throw new InvalidOperationException("GRAPH_ORIGIN is not set");
var teller = new Teller();

await Schema.Read(teller, origin);
var signIn = new SignIn(origin);
await teller.Story("sign-in", () => signIn.Tell(teller));
var app = signIn.AsApplication();
var me = signIn.AsUser();
await teller.Story("users", () => Users.Tell(teller, app));
await teller.Story("groups", () => Groups.Tell(teller, app));
await teller.Story("mail", () => Mail.Tell(teller, me));
await teller.Story("calendar", () => Calendar.Tell(teller, me));
await teller.Story("files", () => Files.Tell(teller, me));
await teller.Story("applications", () => Applications.Tell(teller, app));
await teller.Story("subscriptions", () => Applications.TellOfSubscriptions(teller, me));
await teller.Story("teams", () => Teams.Tell(teller, app, me));
await teller.Story("batch", () => Together.TellOfBatches(teller, app));
await teller.Story("delta", () => Together.TellOfDelta(teller, app));

return teller.Report() ? 0 : 1;
