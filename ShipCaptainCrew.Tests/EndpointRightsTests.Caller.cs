using System.Net.Http.Json;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests;

public sealed partial class EndpointRightsTests
{
    /// <summary>A user who calls the endpoints.</summary>
    private sealed record Caller(
        UserKind Kind, RouteFixture Fixture, HttpClient Api, HttpClient Browser, string FormToken)
    {
        public static async Task<Caller> Create(AppFixture app, UserKind user)
        {
            var fixture = await RouteFixture.Of(await CharterFixture.Begin(app, $"queen-{user}".ToLowerInvariant()));
            var cast = fixture.Day.Cast;
            await cast.Max.Api.Post($"{fixture.Day.Api}/roles/first_mate/claim").Json();
            if (user <= UserKind.Guest)
            {
                var token = user == UserKind.Guest ? fixture.GuestToken : null;
                return new(user, fixture, ClientFor(app, token), ClientFor(app, null), "");
            }

            var (member, slug) = user switch
            {
                UserKind.OtherCrew => (cast.Alex, cast.Slug),
                UserKind.Aboard => (cast.Sam, cast.Slug),
                UserKind.Mate => (cast.Max, cast.Slug),
                UserKind.Captain => (cast.Kim, cast.Slug),
                UserKind.Dispatcher => (cast.Dana, cast.Slug),
                UserKind.Owner => (cast.Olive, cast.Slug),
                _ => ((await app.Cast("strangers")).Olive, "strangers"),
            };
            var page = await member.Browser.Page($"/{slug}/me");
            var formToken = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            return new(user, fixture, member.Api, member.Browser, formToken);
        }

        public async Task<int> Try(Endpoint endpoint)
        {
            var address = Fixture.Address(endpoint.Route) + endpoint.Query + Fixture.Query(endpoint.Handler);
            using var request = new HttpRequestMessage(new(endpoint.Method), address);
            if (FormToken.Length > 0) request.Headers.Add("RequestVerificationToken", FormToken);
            if (endpoint.Method is "POST" or "PUT")
            {
                request.Content = endpoint.IsApi
                    ? JsonContent.Create(MemberField(endpoint))
                    : new FormUrlEncodedContent(MemberField(endpoint));
            }

            var client = endpoint.IsApi ? Api : endpoint.SignsOut ? ClientFor(Fixture.Day.Ship, null) : Browser;
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            return (int)response.StatusCode;
        }

        /// <summary>
        /// The member to assign, for users who can assign others and have no position of their own to take.
        /// </summary>
        private Dictionary<string, string> MemberField(Endpoint endpoint) =>
            endpoint.NeedsMember && Kind is UserKind.Captain or UserKind.Dispatcher or UserKind.Owner
                ? new() { ["member_id"] = $"{Fixture.Day.Cast.Alex.MemberId}" } : [];

        private static HttpClient ClientFor(AppFixture app, string? token)
        {
            var client = app.CreateClient(new() { AllowAutoRedirect = false });
            if (token is not null) client.DefaultRequestHeaders.Authorization = new("Bearer", token);
            return client;
        }
    }
}
