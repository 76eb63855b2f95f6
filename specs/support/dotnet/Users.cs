using Microsoft.Graph;
using Microsoft.Graph.DirectoryObjects.GetByIds;
using Microsoft.Graph.Models;

namespace Stories;

/// <summary>An administrator creates users, finds them, gives one a manager, and removes them.</summary>
public static class Users
{
    private const string Password = "xWwvJ]6NMw+bWH-d";

    public static User New(string name, string? displayName = null) => new()
    {
        AccountEnabled = true,
        DisplayName = displayName ?? name,
        MailNickname = name,
        UserPrincipalName = $"{name}@contoso.com",
        PasswordProfile = new PasswordProfile { ForceChangePasswordNextSignIn = true, Password = Password },
    };

    public static async Task Tell(Teller teller, GraphServiceClient app)
    {
        var ada = (await teller.Step("a user is created", () => app.Users.PostAsync(New("ada", "Ada Lovelace")),
            user => user is { DisplayName: "Ada Lovelace", UserPrincipalName: "ada@contoso.com" }))?.Id;
        var bob = (await teller.Step("a name with markup is kept", () => app.Users.PostAsync(New("bob", "Bob <b>Smith</b>")),
            user => user.DisplayName == "Bob <b>Smith</b>"))?.Id;
        await teller.Refused("a principal name is taken once", 400, () => app.Users.PostAsync(New("ada", "Another")));
        await teller.Step("a user is got by id", () => app.Users[ada].GetAsync(), user => user.Id == ada && user.DisplayName == "Ada Lovelace");
        await teller.Step("a user is got by principal name", () => app.Users["ada@contoso.com"].GetAsync(), user => user.Id == ada);
        await teller.Refused("nobody has that principal name", 404, () => app.Users["nobody@contoso.com"].GetAsync());
        await teller.Step("properties are selected",
            () => app.Users[ada].GetAsync(asked => asked.QueryParameters.Select = ["displayName", "accountEnabled"]),
            user => user is { DisplayName: "Ada Lovelace", AccountEnabled: true, UserPrincipalName: null });
        await teller.Step("both are listed", () => app.Users.GetAsync(asked => asked.QueryParameters.Top = 100),
            list => list.Value!.Any(user => user.Id == ada) && list.Value!.Any(user => user.Id == bob));
        await teller.Step("a filter finds one by the beginning of the name",
            () => app.Users.GetAsync(asked => asked.QueryParameters.Filter = "startswith(displayName,'Ada')"),
            list => list.Value!.Any(user => user.DisplayName == "Ada Lovelace"));
        await teller.Step("a filter finds one by principal name",
            () => app.Users.GetAsync(asked => asked.QueryParameters.Filter = "userPrincipalName eq 'bob@contoso.com'"),
            list => list.Value!.Count == 1 && list.Value[0].Id == bob);
        await teller.Step("a search finds one", () => app.Users.GetAsync(asked =>
        {
            asked.QueryParameters.Search = "\"displayName:Lovelace\"";
            asked.Headers.Add("ConsistencyLevel", "eventual");
        }), list => list.Value!.Any(user => user.Id == ada));
        await teller.Refused("a search without ConsistencyLevel", 400,
            () => app.Users.GetAsync(asked => asked.QueryParameters.Search = "\"displayName:Lovelace\""));
        await teller.Step("a user is changed",
            () => app.Users[ada].PatchAsync(new User { JobTitle = "Countess", BusinessPhones = ["+44 1"] }));
        await teller.Step("the change is read",
            () => app.Users[ada].GetAsync(asked => asked.QueryParameters.Select = ["jobTitle", "businessPhones"]),
            user => user.JobTitle == "Countess" && user.BusinessPhones is ["+44 1"]);
        await teller.Step("a manager is assigned",
            () => app.Users[ada].Manager.Ref.PutAsync(new ReferenceUpdate { OdataId = $"https://graph.microsoft.com/v1.0/users/{bob}" }));
        await teller.Step("the manager is read, as a user", () => app.Users[ada].Manager.GetAsync(),
            manager => manager is User { DisplayName: "Bob <b>Smith</b>" } && manager.Id == bob);
        await teller.Step("the manager has a direct report", () => app.Users[bob].DirectReports.GetAsync(),
            list => list.Value!.Any(report => report.Id == ada));
        await teller.Step("a user is a directory object", () => app.DirectoryObjects[ada].GetAsync(), found => found is User && found.Id == ada);
        await teller.Step("objects are got by their ids",
            () => app.DirectoryObjects.GetByIds.PostAsGetByIdsPostResponseAsync(
                new GetByIdsPostRequestBody { Ids = [ada!, bob!], Types = ["user"] }),
            list => list.Value!.Select(found => found.Id).Order().SequenceEqual(new[] { ada, bob }.Order()));
        await teller.Step("a user is deleted", () => app.Users[bob].DeleteAsync());
        await teller.Refused("the deleted one is gone", 404, () => app.Users[bob].GetAsync());
        await teller.Step("the deleted one is listed no more", () => app.Users.GetAsync(asked => asked.QueryParameters.Top = 100),
            list => list.Value!.All(user => user.Id != bob));
    }
}
