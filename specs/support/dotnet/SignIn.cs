using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.Graph;
using Microsoft.Identity.Client;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Stories;

/// <summary>Signs in to the mock with MSAL, and gives the SDK that asks it. Nothing but the two hosts is told of the mock.</summary>
public sealed class SignIn(string origin) : IMsalHttpClientFactory
{
    private const string Client = "11111111-2222-4333-8444-555555555555";
    private static readonly string[] Scopes = ["https://graph.microsoft.com/.default"];
    private readonly HttpClient trusting = new(Trusting());

    public HttpClient GetHttpClient() => trusting;

    /// <summary>With a secret, and with a certificate: MSAL signs an assertion with it.</summary>
    public async Task Tell(Teller teller)
    {
        await teller.Step("an application signs in with a secret", () => TokenOf(Application().WithClientSecret("a secret")));
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=graph-conformance", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await teller.Step("an application signs in with a certificate", () => TokenOf(Application().WithCertificate(certificate)));
        await teller.Step("a user signs in", () => TokenOfUser()!);
    }

    public GraphServiceClient AsApplication() => Graph(() => TokenOf(Application().WithClientSecret("a secret")));

    public GraphServiceClient AsUser() => Graph(TokenOfUser);

    private ConfidentialClientApplicationBuilder Application() =>
        ConfidentialClientApplicationBuilder
            .Create(Client)
            .WithAuthority($"{origin}/contoso.com", validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(this);

    private static async Task<string?> TokenOf(ConfidentialClientApplicationBuilder application) =>
        (await application.Build().AcquireTokenForClient(Scopes).ExecuteAsync()).AccessToken;

    // MSAL asks another service first what kind of user it is; so this one grant is asked for as the protocol has it.
    private async Task<string?> TokenOfUser()
    {
        var answer = await trusting.PostAsync($"{origin}/contoso.com/oauth2/v2.0/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["client_id"] = Client,
            ["grant_type"] = "password",
            ["username"] = "megan@contoso.com",
            ["password"] = "hers",
            ["scope"] = Scopes[0],
        }));
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())?["access_token"]?.GetValue<string>();
    }

    private GraphServiceClient Graph(Func<Task<string?>> token)
    {
        var http = GraphClientFactory.Create(finalHandler: Trusting());
        return new GraphServiceClient(http, new BaseBearerTokenAuthenticationProvider(new Tokens(token, new Uri(origin).Host)), $"{origin}/v1.0");
    }

    // The certificate of the mock is made for each start, and this process knows no other host.
    private static HttpClientHandler Trusting() =>
        new() { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };

    private sealed class Tokens(Func<Task<string?>> token, string host) : IAccessTokenProvider
    {
        private string? kept;

        /// <summary>The SDK sends no token to a host that it was not told.</summary>
        public AllowedHostsValidator AllowedHostsValidator { get; } = new([host]);

        public async Task<string> GetAuthorizationTokenAsync(Uri uri, Dictionary<string, object>? context = null, CancellationToken cancel = default) =>
            kept ??= await token() ?? throw new InvalidOperationException("there is no token");
    }
}
