using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Jobs;
using ShipCaptainCrew.Jobs.Scheduling;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts.SignIn;

/// <summary>
/// Sam changes to another email address: requested on the own page, and confirmed from both mailboxes in browsers that
/// are not signed in.
/// </summary>
public sealed class EmailChangeTests : IAsyncLifetime
{
    private const string Home = "/queen-of-san-diego";
    private const string Old = "sam@queen-of-san-diego.example";
    private const string New = "sam@elsewhere.example";

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly AppFixture app = new();
    private Cast cast = null!;
    private HttpClient phone = null!;

    private TestUser Sam => cast.Sam;

    public async ValueTask InitializeAsync()
    {
        cast = await app.Cast();
        phone = app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_new_address_counts_everywhere_when_both_mailboxes_have_confirmed()
    {
        var strangers = await app.Cast("strangers");
        await Join(strangers);
        var elsewhere = await Sam.SignInAgain(app, cast.OperatorId);

        var asked = await cast.AskFor(Sam, New);

        Assert.Equal((303, $"{Home}/me?done=address_asked"), ((int)asked.StatusCode, $"{asked.Headers.Location}"));
        var (oldLink, newLink) = await Links();
        Assert.Equal(303, (int)(await Confirm(oldLink)).StatusCode);
        Assert.Contains(
            $"Now open the letter to {New}", (await phone.Page(oldLink)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Said yes", "Waiting"],
            (await Sam.Browser.Page($"{Home}/me")).QuerySelectorAll("section[aria-labelledby=address] .badge")
                .Select(badge => badge.TextContent));
        Assert.Equal(Old, await Email(cast, Sam.MemberId));
        await elsewhere.Get("/api/me").Json();

        Assert.Equal((303, newLink), ((int)(await Confirm(newLink)).StatusCode, newLink));

        Assert.Contains($"You sign in with {New} from now on.", (await phone.Page(newLink)).Body!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(New, (string?)(await Sam.Browser.Get("/api/me").Json())["email"]);
        await elsewhere.Get("/api/me").Json(401);
        Assert.All(await Memberships(Sam), member => Assert.Equal(New, member.Email));
        Assert.Equal(["queen-of-san-diego", "strangers"],
            (await Memberships(Sam)).Select(member => member.OperatorId == cast.OperatorId ? cast.Slug : strangers.Slug)
                .Order());
        foreach (var operatorCast in new[] { cast, strangers }) await AssertLogged(operatorCast);
        Assert.Equal(["sam: Your e-mail address was changed", "sam: Your e-mail address was changed"],
            (await app.Letters()).Where(email => email.Contains("was changed", StringComparison.Ordinal)));
        Assert.Equal(["sam: Your sign-in link"], await AskToSignIn(New));
        Assert.Empty(await AskToSignIn(Old));
    }

    [Fact]
    public async Task Links_sent_to_the_old_address_stop_working_and_a_pending_invitation_is_sent_to_the_new_one()
    {
        var strangers = await app.Cast("strangers");
        await strangers.Dana.Api.Post("/api/members", new { name = "Sam", email = Old, role = "crew" }).Json(201);
        var invitation = (await app.Post.Arrival(Old, "invites you aboard")).TextBody!;
        var ask = (string?)(await phone.Post("/api/auth/magic-links", new { email = Old }).Json(202))["ask"];
        var signIn = (await app.Post.Arrival(Old, "sign-in")).TextBody!;

        await ChangeAddress();

        await phone.Post("/api/auth/tokens", new { token = SignInToken(signIn), ask }).Json(400);
        await phone.Post("/api/auth/tokens", new { token = SignInToken(invitation), name = "Sam" }).Json(400);
        var again = (await app.Post.Arrival(New, "invites you aboard")).TextBody!;
        await phone.Post("/api/auth/tokens", new { token = SignInToken(again), name = "Sam" }).Json();
    }

    [Fact]
    public async Task One_mailbox_alone_changes_nothing_however_often_it_confirms()
    {
        await cast.AskFor(Sam, New);
        var (oldLink, newLink) = await Links();

        foreach (var link in new[] { oldLink, oldLink }) Assert.Equal(303, (int)(await Confirm(link)).StatusCode);

        await phone.Post("/api/auth/tokens", new { token = newLink[^43..], name = "Sam" }).Json(400);
        Assert.Equal(Old, await Email(cast, Sam.MemberId));
        Assert.Empty((await phone.Page(oldLink)).QuerySelectorAll("form"));
        Assert.Equal(["Yes, it is mine", "No, that was not me"],
            (await phone.Page(newLink)).QuerySelectorAll("form button").Select(button => button.TextContent));
    }

    [Fact]
    public async Task Twenty_simultaneous_confirmations_make_one_change()
    {
        await cast.AskFor(Sam, New);
        var (oldLink, newLink) = await Links();
        var before = await app.Count();

        var responses = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => Confirm(i % 2 == 0 ? oldLink : newLink)));

        Assert.All(responses, response => Assert.Equal(303, (int)response.StatusCode));
        Assert.Equal(2, (await app.Letters(since: before)).Length);
        Assert.Single(await Changes(cast));
    }

    [Fact]
    public async Task Signing_in_again_in_the_requesting_browser_keeps_that_browser_signed_in()
    {
        await cast.AskFor(Sam, New);
        await Sam.SignInBeside(app, Old);
        var (oldLink, newLink) = await Links();

        foreach (var link in new[] { oldLink, newLink }) Assert.Equal(303, (int)(await Confirm(link)).StatusCode);

        Assert.Equal(New, (string?)(await Sam.Browser.Get("/api/me").Json())["email"]);
    }

    [Fact]
    public async Task Mail_scanners_and_forms_of_other_sites_confirm_nothing()
    {
        await cast.AskFor(Sam, New);
        var (oldLink, newLink) = await Links();
        var visits =
            from agent in new[] { "Mozilla/5.0 (compatible; BingPreview/1.0b)", "Barracuda Sentinel" }
            from link in new[] { oldLink, newLink }
            select (agent, link);
        foreach (var (agent, link) in visits)
        {
            foreach (var method in new[] { HttpMethod.Head, HttpMethod.Get, HttpMethod.Options })
                (await phone.With("User-Agent", agent, method, link)).Dispose();
            foreach (var handler in new[] { "", "?handler=Keep" })
            {
                using var posted = await phone.With("Sec-Fetch-Site", "cross-site", HttpMethod.Post, link + handler);
                Assert.Equal(403, (int)posted.StatusCode);
            }
        }

        Assert.Equal([Mailbox.Old, Mailbox.New], (await WaitingFor(Sam))!.Missing);
    }

    [Theory]
    [InlineData("")]
    [InlineData("somebody@elsewhere.example")]
    public async Task The_old_mailbox_confirms_only_with_the_new_address_typed_correctly(
        string typed)
    {
        await cast.AskFor(Sam, New);
        var link = (await Links()).Old;

        using var posted = await phone.PostForm(link, ("email", typed));

        var page = await posted.Html();
        Assert.Equal(
            (422, typed), ((int)posted.StatusCode, page.QuerySelector("[name=email]")!.GetAttribute("value") ?? ""));
        Assert.Contains("Type the new address", page.QuerySelector("#errs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([Mailbox.Old, Mailbox.New], (await WaitingFor(Sam))!.Missing);
        Assert.Equal(303, (int)(await phone.PostForm(link, ("email", New.ToUpperInvariant()))).StatusCode);
        Assert.Equal([Mailbox.New], (await WaitingFor(Sam))!.Missing);
    }

    [Fact]
    public async Task The_confirmation_page_is_not_cached_sends_no_referrer_and_needs_no_cookie_or_script()
    {
        await cast.AskFor(Sam, New);
        using var response = await phone.GetAsync((await Links()).Old, stop);
        var page = await response.Html();

        Assert.Equal(("no-store", "no-referrer", "noindex"),
            ($"{response.Headers.CacheControl}", response.Headers.GetValues("Referrer-Policy").Single(),
                response.Headers.GetValues("X-Robots-Tag").Single()));
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Empty(page.QuerySelectorAll("script, input[type=hidden]"));
    }

    [Fact]
    public async Task Every_invalid_link_gets_the_same_response()
    {
        await cast.AskFor(Sam, "first@elsewhere.example");
        var replaced = await app.AddressLink(Old);
        await cast.AskFor(Sam, New);
        var withdrawn = await Links();
        await Sam.Browser.PostForm($"{Home}/me/address", "?handler=Withdraw");
        await cast.AskFor(cast.Kim, "kim@elsewhere.example");
        var declined = await app.AddressLink("kim@elsewhere.example");
        using var answer = await phone.PostAsync($"{declined}?handler=Keep", null, stop);
        Assert.Contains("Nothing changes", (await answer.Html()).Body!.TextContent, StringComparison.Ordinal);
        await cast.AskFor(cast.Max, "max@elsewhere.example");
        var expired = await app.AddressLink("max@elsewhere.example");
        app.Clock.Advance(EmailChange.Life);
        await phone.Post("/api/auth/magic-links", new { email = "alex@queen-of-san-diego.example" }).Json(202);
        var signIn = (await app.Post.Arrival("alex@queen-of-san-diego.example", "sign-in")).TextBody!;
        var otherKind = $"/me/address/{SignInToken(signIn)}";
        string[] links =
            [replaced, withdrawn.Old, withdrawn.New, declined, expired, otherKind, "/me/address/no-such-token"];

        var bodies = new HashSet<string>();
        foreach (var link in links)
        {
            HttpResponseMessage[] responses =
            [
                await phone.GetAsync(link, stop),
                await Confirm(link),
                await phone.PostAsync($"{link}?handler=Keep", null, stop),
            ];
            foreach (var response in responses)
            {
                Assert.Equal(404, (int)response.StatusCode);
                bodies.Add(await response.Content.ReadAsStringAsync(stop));
            }
        }

        Assert.Single(bodies);
        Assert.All(await Emails(), email => Assert.DoesNotContain("elsewhere", email, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Requesting_another_persons_address_looks_the_same_and_only_that_person_is_told()
    {
        var observed = new List<(string Shape, int Emails, string Badges)>();
        foreach (var (who, email) in new[]
        {
            (cast.Sam, "kam@queen-of-san-diego.example"), (cast.Max, "KIM@queen-of-san-diego.example"),
        })
        {
            var before = await app.Count();
            using var asked = await cast.AskFor(who, email);
            var headers = asked.Headers.Concat(asked.Content.Headers).Select(header => header.Key).Order();
            var shape = $"{(int)asked.StatusCode} {asked.Headers.Location} {string.Join(',', headers)}";
            var badges = (await who.Browser.Page($"{Home}/me"))
                .QuerySelectorAll("section[aria-labelledby=address] .badge").Select(badge => badge.TextContent);
            observed.Add((shape, (await app.Letters(since: before)).Length, string.Join('|', badges)));
        }

        Assert.Equal(observed[0], observed[1]);
        Assert.Equal((2, "Waiting|Waiting"), (observed[0].Emails, observed[0].Badges));
        var message =
            await app.Post.Arrival("KIM@queen-of-san-diego.example", "Somebody asked to sign in with your address");
        Assert.DoesNotContain("/me/address/", message.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("max", message.TextBody, StringComparison.OrdinalIgnoreCase);
        await Confirm(await app.AddressLink("max@queen-of-san-diego.example"));
        Assert.Equal("max@queen-of-san-diego.example", await Email(cast, cast.Max.MemberId));
    }

    [Fact]
    public async Task When_two_people_request_one_address_the_second_is_refused_and_keeps_the_old_one()
    {
        await cast.AskFor(Sam, New);
        await cast.AskFor(cast.Kim, New);
        await app.Rest();
        var links = app.Post.Deliveries.Where(delivery => delivery.To.Contains(New))
            .Select(delivery => delivery.Message.TextBody!.Split("https://ship.test")[1].Split()[0]).ToList();
        foreach (var old in new[] { Old, "kim@queen-of-san-diego.example" }) await Confirm(await app.AddressLink(old));

        var responses = await Task.WhenAll(links.Select(Confirm));

        Assert.Equal([303, 409], responses.Select(answer => (int)answer.StatusCode).Order());
        var refused = await responses.Single(response => response.StatusCode == HttpStatusCode.Conflict).Html();
        Assert.Contains(
            "somebody else signs in with this address", refused.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Your address stays as it was", refused.QuerySelector("h1")!.TextContent);
        Assert.Single(await Emails(), New);
    }

    [Fact]
    public async Task An_address_that_was_invited_in_the_meantime_is_not_taken_away()
    {
        await cast.AskFor(Sam, New);
        var (oldLink, newLink) = await Links();
        await Confirm(oldLink);
        await cast.Dana.Api.Post("/api/members", new { name = "Other Sam", email = New, role = "crew" }).Json(201);

        Assert.Equal(409, (int)(await Confirm(newLink)).StatusCode);

        Assert.Equal(Old, await Email(cast, Sam.MemberId));
        Assert.Null(await WaitingFor(Sam));
    }

    [Fact]
    public async Task A_request_requires_a_sign_in_of_the_last_ten_minutes()
    {
        app.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        var before = await app.Count();

        var asked = await cast.AskFor(Sam, New);

        Assert.Equal(403, (int)asked.StatusCode);
        Assert.Equal(New, (await asked.Html()).QuerySelector("[name=email]")!.GetAttribute("value"));
        Assert.Null(await WaitingFor(Sam));
        Assert.Empty(await app.Letters(since: before));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sam")]
    [InlineData(Old)]
    [InlineData("a@x.example, b@x.example")]
    [InlineData("a@x.example;b@x.example")]
    [InlineData("Ann <a@x.example>")]
    [InlineData("a@x.example\r\nBcc: b@x.example")]
    [InlineData("a@x.example\nSubject: x")]
    [InlineData("a b@x.example")]
    public async Task An_invalid_or_unchanged_address_is_refused_at_its_field_and_stays_in_the_form(string email)
    {
        var refused = await cast.AskFor(Sam, email);

        Assert.Equal(422, (int)refused.StatusCode);
        var page = await refused.Html();
        Assert.NotNull(page.QuerySelector(".field.bad #email-e"));
        if (!email.Contains('\n', StringComparison.Ordinal))
            Assert.Equal(email, page.QuerySelector("#email")!.GetAttribute("value"));
        Assert.Null(await WaitingFor(Sam));
    }

    [Theory]
    [InlineData("SAM@Queen-of-San-Diego.example", "SAM@Queen-of-San-Diego.example")]
    [InlineData("sam@münchen.example", "sam@xn--mnchen-3ya.example")]
    [InlineData("sam+boat@elsewhere.example", "sam+boat@elsewhere.example")]
    public async Task An_address_may_differ_only_in_case_or_use_another_script(string email, string mailbox)
    {
        await cast.AskFor(Sam, email);
        foreach (var link in new[] { await app.AddressLink(Old), await app.AddressLink(mailbox) })
            Assert.Equal(303, (int)(await Confirm(link)).StatusCode);

        Assert.Equal(email, await Email(cast, Sam.MemberId));
        Assert.Equal(email, (await Person(Sam)).Email);
        Assert.All(app.Post.Deliveries, delivery => Assert.Single(delivery.To));
    }

    [Fact]
    public async Task Sending_again_creates_a_new_link_and_keeps_the_consents_given()
    {
        await cast.AskFor(Sam, New);
        var (oldLink, newLink) = await Links();
        await Confirm(oldLink);
        app.Clock.Advance(TimeSpan.FromHours(23));
        var before = await app.Count();

        Assert.Equal(303, (int)(await cast.AskAgain(Sam)).StatusCode);

        Assert.Equal(["sam: Is this your new e-mail address?"], await app.Letters(since: before));
        Assert.Equal(404, (int)(await Confirm(newLink)).StatusCode);
        var again = await app.AddressLink(New);
        app.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(200, (int)(await phone.GetAsync(again, stop)).StatusCode);
        await Confirm(again);
        Assert.Equal(New, await Email(cast, Sam.MemberId));
    }

    [Fact]
    public async Task Sending_again_does_not_extend_the_deadline()
    {
        await cast.AskFor(Sam, New);
        app.Clock.Advance(TimeSpan.FromHours(23));
        await cast.AskAgain(Sam);
        var link = await app.AddressLink(New);

        app.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(404, (int)(await Confirm(link)).StatusCode);
        Assert.DoesNotContain(
            "To be changed", (await Sam.Browser.Page($"{Home}/me")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailbox_gets_at_most_three_of_these_emails_in_fifteen_minutes()
    {
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(303, (int)(await cast.AskFor(Sam, New)).StatusCode);
            await app.Rest();
        }

        var fourth = await cast.AskFor(Sam, New);
        var anothers = await cast.AskFor(cast.Kim, New.ToUpperInvariant());

        Assert.Equal((409, 303), ((int)fourth.StatusCode, (int)anothers.StatusCode));
        Assert.Contains("Look into both mailboxes", (await fourth.Html()).Body!.TextContent, StringComparison.Ordinal);
        await app.Rest();
        Assert.Equal(3, app.Post.Deliveries.Count(delivery => delivery.To.Contains(Old)));
        Assert.Equal(3,
            app.Post.Deliveries.Count(
                delivery => delivery.To.Any(to => to.Equals(New, StringComparison.OrdinalIgnoreCase))));
        app.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(303, (int)(await cast.AskAgain(Sam)).StatusCode);
    }

    [Fact]
    public async Task Someone_suspended_everywhere_cannot_confirm_but_one_active_membership_is_enough()
    {
        var strangers = await app.Cast("strangers");
        await Join(strangers);
        await cast.AskFor(Sam, New);
        var (oldLink, newLink) = await Links();
        await Confirm(oldLink);
        await cast.Olive.Api.Put($"/api/members/{Sam.MemberId}", new { status = "suspended" }).Json();
        var theirs = (await Memberships(Sam)).Single(member => member.OperatorId == strangers.OperatorId).Id;
        await strangers.Olive.Api.Put($"/api/members/{theirs}", new { status = "suspended" }).Json();

        Assert.Equal(404, (int)(await Confirm(newLink)).StatusCode);
        await strangers.Olive.Api.Put($"/api/members/{theirs}", new { status = "active" }).Json();
        Assert.Equal(303, (int)(await Confirm(newLink)).StatusCode);

        Assert.All(await Memberships(Sam), member => Assert.Equal(New, member.Email));
    }

    [Fact]
    public async Task Nobody_can_change_an_address_without_the_confirmation_emails()
    {
        foreach (var api in new[] { cast.Dana.Api, cast.Olive.Api, Sam.Api })
        {
            foreach (var email in new[] { New, Old.ToUpperInvariant(), null })
                Assert.Equal("Only the person can change the address.",
                    (await api.Put($"/api/members/{Sam.MemberId}", new { email }).Json(422)).ErrorAt("email"));
            await api.Put($"/api/members/{Sam.MemberId}", new { email = Old, phone = "+1 619 555 0123" }).Json();
        }

        await Sam.Browser.PostForm($"{Home}/me", ("name", "Sam"), ("phone", ""), ("email", New));
        Assert.Equal(Old, await Email(cast, Sam.MemberId));
    }

    [Fact]
    public async Task An_email_change_is_deleted_a_week_after_it_ended()
    {
        await cast.AskFor(Sam, New);
        await app.Rest();

        foreach (var (days, left) in new[] { (8, 1), (9, 0) })
        {
            var now = AppFixture.Morning.AddDays(days);
            await app.In(services =>
                ActivatorUtilities.CreateInstance<PurgeExpired>(services)
                    .Run(new Occurrence(Guid.Empty, now, now), stop));
            var count = await app.In(services =>
                services.GetRequiredService<AppDbContext>().Set<EmailChange>().CountAsync(stop));
            Assert.Equal(left, count);
        }
    }

    private async Task ChangeAddress()
    {
        await cast.AskFor(Sam, New);
        var (oldLink, newLink) = await Links();
        foreach (var link in new[] { newLink, oldLink }) Assert.Equal(303, (int)(await Confirm(link)).StatusCode);
    }

    /// <summary>Types the requested address and confirms.</summary>
    private async Task<HttpResponseMessage> Confirm(string link) =>
        await phone.PostForm(link, ("email", (await WaitingFor(Sam))?.Email ?? New));

    private async Task<(string Old, string New)> Links() => (await app.AddressLink(Old), await app.AddressLink(New));

    private static string SignInToken(string email) => email.Split("/sign-in/")[1][..43];

    /// <summary>Makes Sam, with the same account, a member of another operator too.</summary>
    private async Task Join(Cast other)
    {
        var personId = (await Person(Sam)).Id;
        await app.Change(other.OperatorId, (db, actor) =>
        {
            var member = new Member(other.OperatorId, personId, new()
            {
                Name = "Sam",
                Email = Old,
                Role = MemberRole.Crew,
                Qualifications = [],
            });
            member.Join(null, actor);
            db.Add(member);
            return Task.FromResult(true);
        });
    }

    private async Task<string[]> AskToSignIn(string email)
    {
        var before = await app.Count();
        await phone.Post("/api/auth/magic-links", new { email }).Json(202);
        return await app.Letters(since: before);
    }

    /// <summary>Checks that the change was logged with its member and field, but without the addresses.</summary>
    private async Task AssertLogged(Cast operatorCast)
    {
        var entry = Assert.Single(await Changes(operatorCast));
        Assert.Equal(entry.SubjectId, entry.MemberId);
        if (operatorCast == cast) Assert.Equal(Sam.MemberId, entry.MemberId);
        Assert.Equal(["email"],
            JsonDocument.Parse(entry.Facts).RootElement.GetProperty("fields").EnumerateArray()
                .Select(field => field.GetString()));
        Assert.DoesNotContain("@",
            string.Concat(await operatorCast.Look(db => db.Log.Select(row => row.Facts).ToListAsync(stop))),
            StringComparison.Ordinal);
    }

    private Task<List<LogEntry>> Changes(Cast operatorCast) =>
        operatorCast.Look(db => db.Log.AsNoTracking().Where(entry => entry.Kind == "member.changed").ToListAsync(stop));

    private Task<string> Email(Cast operatorCast, Guid memberId) =>
        operatorCast.Look(db => db.Members.Where(row => row.Id == memberId).Select(row => row.Email).FirstAsync(stop));

    private Task<Person> Person(TestUser who) => cast.Look(async db =>
    {
        var personId = await db.Members.Where(row => row.Id == who.MemberId).Select(row => row.PersonId)
            .FirstAsync(stop);
        return await db.Users.AsNoTracking().FirstAsync(row => row.Id == personId, stop);
    });

    private async Task<List<Member>> Memberships(TestUser who)
    {
        var personId = (await Person(who)).Id;
        return await app.In(services =>
            services.GetRequiredService<AppDbContext>().AcrossOperators<Member>()
                .Where(row => row.PersonId == personId).ToListAsync(stop));
    }

    private Task<List<string>> Emails() => cast.Look(db => db.Users.Select(person => person.Email!).ToListAsync(stop));

    private async Task<EmailChange?> WaitingFor(TestUser who)
    {
        var personId = (await Person(who)).Id;
        return await app.In(services => services.GetRequiredService<EmailChanges>().WaitingFor(personId, stop));
    }
}
