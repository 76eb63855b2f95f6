using Microsoft.Graph;
using Microsoft.Graph.Applications.Item.AddPassword;
using Microsoft.Graph.Models;

namespace Stories;

/// <summary>An application is registered, gets a secret and a service principal, and is removed.</summary>
public static class Applications
{
    public static async Task Tell(Teller teller, GraphServiceClient app)
    {
        const string uri = "https://localhost:8080/signed-in";
        var registered = await teller.Step("an application is registered",
            () => app.Applications.PostAsync(new Application { DisplayName = "My app", Web = new WebApplication { RedirectUris = [uri] } }),
            made => made is { DisplayName: "My app", AppId: not null, Web.RedirectUris: [uri] });
        var one = app.Applications[registered?.Id];
        await teller.Step("it gets a secret",
            () => one.AddPassword.PostAsync(new AddPasswordPostRequestBody { PasswordCredential = new PasswordCredential { DisplayName = "for the tests" } }),
            made => made.SecretText is not null);
        var principal = (await teller.Step("it gets a service principal",
            () => app.ServicePrincipals.PostAsync(new ServicePrincipal { AppId = registered?.AppId }), made => made.AppId == registered?.AppId))?.Id;
        await teller.Step("the service principal is read", () => app.ServicePrincipals[principal].GetAsync(), read => read.AppId == registered?.AppId);
        await teller.Step("it gets another name", () => one.PatchAsync(new Application { DisplayName = "Other" }));
        await teller.Step("the rest of it is as it was", () => one.GetAsync(),
            read => read is { DisplayName: "Other", Web.RedirectUris: [uri] } && read.AppId == registered?.AppId);
        await teller.Step("it is removed", () => one.DeleteAsync());
        await teller.Refused("it is gone", 404, () => one.GetAsync());
    }

    /// <summary>A program asks to be told of new mail.</summary>
    public static async Task TellOfSubscriptions(Teller teller, GraphServiceClient me)
    {
        var wanted = new Subscription
        {
            ChangeType = "created",
            NotificationUrl = "https://webhook.contoso.com/notify",
            Resource = "me/mailFolders('Inbox')/messages",
            ExpirationDateTime = DateTimeOffset.Parse("2030-11-20T18:23:45.9356913Z"),
            ClientState = "secretClientValue",
        };
        var id = (await teller.Step("a subscription is made", () => me.Subscriptions.PostAsync(wanted),
            made => made.ChangeType == "created" && made.Resource == wanted.Resource && made.ExpirationDateTime == wanted.ExpirationDateTime))?.Id;
        var later = DateTimeOffset.Parse("2030-11-22T18:23:45Z");
        await teller.Step("the subscription is renewed", () => me.Subscriptions[id].PatchAsync(new Subscription { ExpirationDateTime = later }),
            read => read.Id == id && read.ExpirationDateTime == later);
        await teller.Step("the subscription is read", () => me.Subscriptions[id].GetAsync(), read => read.NotificationUrl == wanted.NotificationUrl);
        await teller.Step("the subscription is given up", () => me.Subscriptions[id].DeleteAsync());
        await teller.Refused("the subscription is gone", 404, () => me.Subscriptions[id].GetAsync());
    }
}
