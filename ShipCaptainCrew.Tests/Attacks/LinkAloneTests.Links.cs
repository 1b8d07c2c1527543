using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>One operator has a charter ahead, with all its links, and the other one has an overdue charter.</summary>
public sealed partial class LinkAloneTests
{
    private const string New = "sam@elsewhere.example";

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly AppFixture app = new();
    private readonly Dictionary<string, string[]> linksByRoute = [];
    private string[] invitations = [];
    private CharterFixture day = null!;
    private HttpClient phone = null!;

    private Cast Queen => day.Cast;

    public async ValueTask InitializeAsync()
    {
        day = await CharterFixture.Begin(app);
        phone = app.Phone();
        await Queen.AskFor(Queen.Sam, New);
        linksByRoute["/me/address/{token}"] =
            [await app.AddressLink(Queen.AddressOf(Queen.Sam)), await app.AddressLink(New)];
        var overdue = await CharterFixture.Begin(app, "strangers");
        app.Clock.SetUtcNow((await overdue.Sail()).AddHours(1));
        var (toAcknowledge, _) = await overdue.LinkWithCode(LinkKind.Overdue, null);
        linksByRoute["/me/watch/{token}"] = [$"/me/watch/{toAcknowledge}"];
        var (toAnswer, _) = await day.LinkWithCode(LinkKind.Presence, Queen.Sam.MemberId);
        linksByRoute["/me/answers/{token}"] = [$"/me/answers/{toAnswer}"];
        invitations =
            [await Invite("nobody@anywhere.example"), await Invite(overdue.Cast.AddressOf(overdue.Cast.Olive))];
        linksByRoute["/sign-in/{token}"] = [await SignInLink(), .. invitations];
        await Queen.Waiver();
        linksByRoute["/waivers/{token}"] = [(await Queen.Guest(day.CharterId, "Ann Lee")).Page];
        linksByRoute["/party/{token}"] =
            [$"/party/{await GuestLink(LinkKind.Party)}", $"/party/{await GuestLink(LinkKind.Dock)}"];
        linksByRoute["/unsubscribe/{token}"] = [$"/unsubscribe/{await StopLink()}"];
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IEnumerable<(string Endpoint, string Address)> AddressesOf(bool isExcepted) =>
        from pair in ReasonByEndpoint
        where pair.Value is not null == isExcepted && pair.Key != Kiosk
        let route = pair.Key.Split(' ')[1].Split('?')
        from link in linksByRoute[route[0]]
        select (pair.Key, route.Length > 1 ? $"{link}?{route[1]}" : link);

    /// <summary>
    /// The endpoints of the running app that change something, need no sign-in and have a parameter in their address.
    /// </summary>
    private async Task<List<string>> Found()
    {
        var found = new List<string>();
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.Cast<RouteEndpoint>())
        {
            var isOpen = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            if (isOpen && endpoint.RoutePattern.Parameters.Count > 0) found.AddRange(await ActsOf(endpoint));
        }

        return [.. found.Distinct()];
    }

    private async Task<IEnumerable<string>> ActsOf(RouteEndpoint endpoint)
    {
        var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
        {
            return endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
                .Where(method => method is not ("GET" or "HEAD")).Select(method => $"{method} {route}");
        }

        var compiled = await app.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
        return from handler in compiled.HandlerMethods
               where !handler.HttpMethod.Equals("get", StringComparison.OrdinalIgnoreCase)
               select $"POST {route}" + (handler.Name is null ? "" : $"?handler={handler.Name}");
    }

    private async Task<string> SignInLink()
    {
        var email = Queen.AddressOf(Queen.Kim);
        await phone.Post("/api/auth/magic-links", new { email }).Json(202);
        return SignInLinkIn(await app.Post.Arrival(email, "sign-in"));
    }

    /// <summary>The link in an invitation to the Queen.</summary>
    private async Task<string> Invite(string email)
    {
        var dana = await Queen.Dana.SignInAgain(app, Queen.OperatorId);
        await dana.Post("/api/members", new { name = "New", email, role = "crew" }).Json(201);
        return SignInLinkIn(await app.Post.Arrival(email, "invites you to join"));
    }

    private static string SignInLinkIn(MimeMessage message) =>
        Regex.Match(message.TextBody!, "/sign-in/[A-Za-z0-9_-]{43}").Value;

    private Task<string> GuestLink(LinkKind kind) => app.In(services => services.GetRequiredService<SignedLinks>()
        .Issue(kind, Queen.OperatorId, day.CharterId, null, app.Clock.GetUtcNow().AddDays(9), stop));

    private Task<string> StopLink() => app.In(services => services.GetRequiredService<SignedLinks>().IssueLasting(
        LinkKind.StopReminders, Queen.OperatorId, MailboxId.Of(Queen.AddressOf(Queen.Sam)), Queen.Sam.MemberId, stop));
}
