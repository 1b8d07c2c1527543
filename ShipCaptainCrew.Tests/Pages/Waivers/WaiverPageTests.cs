using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Waivers;

/// <summary>A guest signs by their link alone: no account, no cookie, no script.</summary>
public sealed class WaiverPageTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>, IAsyncLifetime
{
    private readonly HttpClient phone = fixture.Ship.Phone();
    private Guid charter;

    private Cast Queen => fixture.Queen;

    public async ValueTask InitializeAsync()
    {
        if (await Queen.Look(db => db.WaiverTemplates.CountAsync()) == 0) await Queen.Waiver();
        charter = (await fixture.Charter()).Id();
    }

    public ValueTask DisposeAsync()
    {
        phone.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_guest_reads_the_text_made_out_to_them_and_signs_with_their_name()
    {
        var (guest, page) = await Queen.Guest(charter, "Ben Cole");

        var form = await phone.Page(page);
        Assert.Contains("I, Ben Cole, sail aboard Aurora with Queen of San Diego on Saturday, July 4, 2026.",
            form.QuerySelector(".paper")!.TextContent, StringComparison.Ordinal);
        var signed = await phone.Sign(page, "Ben Cole", ("signature", "M10 10L20 20"));

        Assert.Equal(303, (int)signed.StatusCode);
        var receipt = await phone.Page(signed.Headers.Location!.OriginalString);
        Assert.Equal("signed", (string?)(await Queen.Listed(charter, guest))["waiver"]!["status"]);
        var record = (await Queen.Book())[^1];
        Assert.Contains(record.Reference, receipt.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(record.Hash), receipt.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal("M10 10L20 20", receipt.QuerySelector("svg path")!.GetAttribute("d"));
        Assert.Contains("BEGIN PUBLIC KEY", receipt.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(form.QuerySelector(".paper")!.InnerHtml, receipt.QuerySelector(".signed")!.InnerHtml);
    }

    [Fact]
    public async Task Signing_twice_shows_the_first()
    {
        var (_, page) = await Queen.Guest(charter, "Ben Cole");
        await phone.Sign(page, "Ben Cole");
        var before = (await Queen.Book()).Count;

        var again = await phone.Sign(page, "Somebody Else");

        Assert.Equal(303, (int)again.StatusCode);
        Assert.Equal(before, (await Queen.Book()).Count);
        Assert.Contains("Thank you, Ben Cole.",
            (await phone.Page(again.Headers.Location!.OriginalString)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(302, (int)(await phone.GetAsync(page, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Two_that_sign_the_same_waiver_at_once_make_one_record()
    {
        var (_, page) = await Queen.Guest(charter, "Ben Cole");
        var before = (await Queen.Book()).Count;

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => phone.Sign(page, "Ben Cole")));

        Assert.All(answers, answer => Assert.Equal(303, (int)answer.StatusCode));
        Assert.Equal(before + 1, (await Queen.Book()).Count);
    }

    [Theory]
    [InlineData("signer_name", "", "Enter your full name.")]
    [InlineData("signature", "url(#x)", "This is not a drawing.")]
    [InlineData("signature", "M0 0\"/><script>alert(1)</script>", "This is not a drawing.")]
    [InlineData("signature", "M NaN 0", "This is not a drawing.")]
    [InlineData("email", "nobody", "Enter an e-mail address")]
    [InlineData("consent", "false", "Tick this to sign electronically.")]
    [InlineData("children[0].birth_date", "2035-01-01", "A date of birth cannot be in the future.")]
    [InlineData("children[0].birth_date", "2001-01-01", "Who is 18 or older signs for themselves.")]
    [InlineData("children[0].birth_date", "1962-01-01", "Who is 18 or older signs for themselves.")]
    [InlineData("children[0].birth_date", "1899-12-31", "Enter a date from 1900-01-01 to 2099-12-31.")]
    [InlineData("children[0].birth_date", "yesterday", "Enter a date like 2026-07-04.")]
    [InlineData("children[0].name", "Mia", "Enter the date of birth.")]
    public async Task What_cannot_be_signed_is_told_beside_its_field_and_what_was_typed_is_kept(
        string field, string value, string says)
    {
        var (guest, page) = await Queen.Guest(charter, "Ben Cole");

        var answer =
            await phone.Send(page,
                [
                    .. new[] { ("signer_name", "Ben <b>Cole</b>"), ("consent", "true") }.Where(
                        usual => usual.Item1 != field),
                    (field, value)]);

        Assert.Equal(422, (int)answer.StatusCode);
        var form = await answer.Html();
        Assert.StartsWith("Error: ", form.Title, StringComparison.Ordinal);
        Assert.Contains(says, form.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        if (field != "signer_name")
            Assert.Equal("Ben <b>Cole</b>", form.QuerySelector("[name=signer_name]")!.GetAttribute("value"));
        Assert.All(
            form.QuerySelectorAll(".errors a"), link => Assert.NotNull(form.QuerySelector(link.GetAttribute("href")!)));
        Assert.Equal("unsigned", (string?)(await Queen.Listed(charter, guest))["waiver"]!["status"]);
    }

    [Fact]
    public async Task A_name_of_500_characters_and_a_drawing_of_more_than_8_KB_are_too_long()
    {
        var (_, page) = await Queen.Guest(charter, "Ben Cole");

        Assert.Equal(422, (int)(await phone.Sign(page, new('x', 500))).StatusCode);
        Assert.Equal(
            422, (int)(await phone.Sign(page, "Ben Cole", ("signature", "M" + new string('1', 8192)))).StatusCode);
        Assert.Equal(
            303, (int)(await phone.Sign(page, "Ben Cole", ("signature", "M" + new string('1', 8191)))).StatusCode);
    }

    [Fact]
    public async Task Markup_in_a_name_is_text_on_every_page_and_in_the_record()
    {
        const string Name = "<img src=x onerror=alert(1)>{{vessel}}";
        var (_, page) = await Queen.Guest(charter, Name);

        Assert.Empty((await phone.Page(page)).QuerySelectorAll("main img"));
        var receipt = await phone.Page((await phone.Sign(page, Name)).Headers.Location!.OriginalString);

        Assert.Empty(receipt.QuerySelectorAll("img"));
        Assert.Contains(Name, receipt.QuerySelector(".signed")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_minor_cannot_finish_alone()
    {
        var (guest, page) = await Queen.Guest(charter, "Mia Cole", minor: true);
        Assert.Contains("You sign for Mia Cole", (await phone.Page(page)).Body!.TextContent, StringComparison.Ordinal);

        Assert.Equal(422, (int)(await phone.Sign(page, "Mia Cole")).StatusCode);
        Assert.Equal(422,
            (int)(await phone.Sign(page, "mia  cole", ("guardian_relationship", "mother"),
                ("children[0].name", "Mia Cole"), ("children[0].birth_date", "2017-05-01"))).StatusCode);
        Assert.Equal(422,
            (int)(await phone.Sign(page, "Ana Cole", ("children[0].name", "Mia Cole"),
                ("children[0].birth_date", "2017-05-01"))).StatusCode);
        Assert.Equal("unsigned", (string?)(await Queen.Listed(charter, guest))["waiver"]!["status"]);
    }

    [Fact]
    public async Task A_guardian_signs_for_several_children_in_one_go_wherever_they_stand_in_the_form()
    {
        var (mia, page) = await Queen.Guest(charter, "Mia Cole", minor: true, guardian: "Ana Cole");
        var (leo, _) = await Queen.Guest(charter, "Leo Cole", minor: true);
        var before = (await Queen.Book()).Count;

        var answer = await phone.Sign(page, "Ana Cole", ("guardian_relationship", "mother"),
            ("children[0].name", "leo cole"), ("children[0].birth_date", "2015-05-01"),
            ("children[1].name", "Mia Cole"), ("children[1].birth_date", "2017-05-01"));

        Assert.Equal(303, (int)answer.StatusCode);
        var record = Assert.Single((await Queen.Book())[before..]);
        var content = WaiverContent.Read(record.Body!);
        Assert.Equal(
            [("leo cole", leo), ("Mia Cole", mia)], content.Children.Select(child => (child.Name, child.GuestId)));
        Assert.Equal(new DateOnly(2035, 5, 1).AddYears(4),
            await Queen.Look(
                db => db.WaiverRetentions.Where(row => row.WaiverId == record.Id).Select(row => row.RetainUntil)
                    .FirstAsync()));
        Assert.All(new[] { mia, leo },
            async guest =>
                Assert.Equal(record.Id, (Guid?)(await Queen.Listed(charter, guest))["waiver"]!["waiver_id"]));
    }

    [Fact]
    public async Task A_second_guardian_makes_no_second_child()
    {
        var (mia, page) = await Queen.Guest(charter, "Mia Cole", minor: true);
        var (_, fathers) = await Queen.Guest(charter, "Dan Cole");
        await phone.Sign(page, "Ana Cole", ("guardian_relationship", "mother"), ("children[0].name", "Mia Cole"),
            ("children[0].birth_date", "2017-05-01"));
        var first = (await Queen.Listed(charter, mia))["waiver"]!.ToJsonString();

        Assert.Equal(303,
            (int)(await phone.Sign(fathers, "Dan Cole", ("guardian_relationship", "father"),
                ("children[0].name", "Mia Cole"), ("children[0].birth_date", "2017-05-01"))).StatusCode);

        Assert.Equal(2, await Queen.Look(db => db.Guests.CountAsync(guest => guest.CharterId == charter)));
        Assert.Equal(first, (await Queen.Listed(charter, mia))["waiver"]!.ToJsonString());
    }

    [Fact]
    public async Task Who_is_named_as_guardian_finds_the_names_of_the_children_filled_in()
    {
        var (_, page) = await Queen.Guest(charter, "Ana Cole");
        var (mia, _) = await Queen.Guest(charter, "Mia Cole", minor: true, guardian: "ana  cole");
        await Queen.Guest(charter, "Leo Cole", minor: true, guardian: "Ana Cole");
        await Queen.Guest(charter, "Tom Reyes", minor: true, guardian: "Dan Reyes");

        var form = await phone.Page(page);

        Assert.True(form.QuerySelector("details")!.HasAttribute("open"));
        Assert.Equal(["Mia Cole", "Leo Cole"],
            form.QuerySelectorAll("[name^=children][name$=name]").Select(field => field.GetAttribute("value")));
        Assert.Contains("signs for Mia Cole, Leo Cole", form.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(422,
            (int)(await phone.Sign(page, "Ana Cole", ("guardian_relationship", "mother"),
                ("children[0].name", "Mia Cole"), ("children[0].birth_date", ""))).StatusCode);
        await phone.Sign(page, "Ana Cole", ("guardian_relationship", "mother"), ("children[0].name", "Mia Cole"),
            ("children[0].birth_date", "2017-05-01"), ("children[1].name", ""), ("children[1].birth_date", ""));
        Assert.Equal("signed", (string?)(await Queen.Listed(charter, mia))["waiver"]!["status"]);
    }

    [Fact]
    public async Task One_more_child_keeps_all_that_was_typed()
    {
        var (_, page) = await Queen.Guest(charter, "Ben Cole");

        var answer =
            await phone.Send(page, ("signer_name", "Ben Cole"), ("children[0].name", "Mia Cole"), ("more", "1"));

        var form = await answer.Html();
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("Ben Cole", form.QuerySelector("[name=signer_name]")!.GetAttribute("value"));
        Assert.Equal("Mia Cole", form.QuerySelector("[name='children[0].name']")!.GetAttribute("value"));
        Assert.True(form.QuerySelector("[name='children[1].name']")!.HasAttribute("autofocus"));
        Assert.True(form.QuerySelector("details")!.HasAttribute("open"));
    }

    [Fact]
    public async Task In_Spanish_all_of_it_is_and_so_is_what_is_kept()
    {
        var (_, page) = await Queen.Guest(charter, "Ben Cole");
        using var asks =
            new HttpRequestMessage(
                HttpMethod.Get, page) { Headers = { { "Accept-Language", "fr, es-MX;q=0.9, en;q=0.5" } } };

        var form = await (await phone.SendAsync(asks, TestContext.Current.CancellationToken)).Html();
        Assert.Equal("es", form.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Firme su acuerdo", form.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "el sábado, 4 de julio de 2026", form.QuerySelector(".paper")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("?lang=es", form.QuerySelector("form")!.GetAttribute("action"));
        Assert.Contains("Escriba su nombre completo.",
            (await (await phone.Sign($"{page}?lang=es", "")).Html()).Body!.TextContent, StringComparison.Ordinal);
        var receipt =
            await phone.Page((await phone.Sign($"{page}?lang=es", "Ben Cole")).Headers.Location!.OriginalString);

        Assert.Contains("Gracias, Ben Cole.", receipt.Body!.TextContent, StringComparison.Ordinal);
        var content = WaiverContent.Read((await Queen.Book())[^1].Body!);
        Assert.Equal("es", content.Language);
        Assert.StartsWith("He leído este texto", content.ConsentText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_read_another_text_reads_again_before_signing()
    {
        var template = await Queen.Waiver("Changing");
        var type = await fixture.Ship.Change(Queen.OperatorId, (db, _) =>
        {
            var type = new ShipCaptainCrew.Domain.Charters.CharterType(Queen.OperatorId, new()
            {
                Name = "Changing",
                Schedule = PlanningSteps.AtHalfPastFour,
                Roles = new(),
                ChecklistTemplateIds = [],
                WaiverTemplateId = template,
            });
            db.Add(type);
            return Task.FromResult(type.Id);
        });
        var (_, page) =
            await Queen.Guest(
                (await Queen.Plan(await Queen.Vessel("Borealis"), new() { ["charter_type_id"] = type }).Json(201)).Id(),
                "Ben Cole");
        var read = (await phone.Page(page)).QuerySelector("[name=text]")!.GetAttribute("value")!;
        await Queen.Dana.Api.Put($"/api/waiver-templates/{template}", new { html = "# Other risks" }).Json();

        var answer = await phone.Sign(page, "Ben Cole", ("text", read));

        Assert.Equal(409, (int)answer.StatusCode);
        var again = await answer.Html();
        Assert.Contains("The text has changed", again.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(303,
            (int)(await phone.Sign(
                page, "Ben Cole", ("text", again.QuerySelector("[name=text]")!.GetAttribute("value")!))).StatusCode);
        Assert.Equal(2, WaiverContent.Read((await Queen.Book())[^1].Body!).Template.Version);
    }

    [Fact]
    public async Task A_cancelled_charter_has_nothing_to_sign_and_a_signed_one_still_its_receipt()
    {
        var ((_, page), (_, signed)) = (await Queen.Guest(charter, "Ben Cole"), await Queen.Guest(charter, "Ana Cole"));
        await phone.Sign(signed, "Ana Cole");
        await Queen.Dana.Api.Post($"/api/events/{charter}/cancel", new { reason = "Gale" }).Json();

        var closed = await phone.GetAsync(page, TestContext.Current.CancellationToken);

        Assert.Equal(410, (int)closed.StatusCode);
        Assert.Contains("This charter is cancelled", (await closed.Html()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(409, (int)(await phone.Sign(page, "Ben Cole")).StatusCode);
        Assert.Equal(
            200, (int)(await phone.GetAsync($"{signed}/receipt", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Unknown_expired_and_revoked_links_all_look_alike()
    {
        var ((_, expired), (_, revoked)) = (
            await Queen.Guest(charter, "Ben Cole"), await Queen.Guest(charter, "Ana Cole"));
        await fixture.Ship.Change(Queen.OperatorId, async (db, actor) =>
        {
            var links = await db.Set<SignedLink>().OrderByDescending(link => link.CreatedAt)
                .ThenByDescending(link => link.Id).Take(1).ToListAsync();
            links[0].Revoke(actor.At);
            return true;
        });

        var pages = new List<string>();
        foreach (var address in new[] {
            "/waivers/nothing-there", revoked, $"{revoked}/receipt", "/waivers/nothing-there/receipt" })
        {
            var answer = await phone.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal(404, (int)answer.StatusCode);
            pages.Add((await answer.Html()).QuerySelector("main")!.TextContent.Trim());
        }

        Assert.Single(pages.Distinct());
        Assert.Equal(404, (int)(await phone.Sign(revoked, "Ana Cole")).StatusCode);
        Assert.Equal(200, (int)(await phone.GetAsync(expired, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task What_was_signed_outlives_the_guest_on_the_list()
    {
        var (guest, page) = await Queen.Guest(charter, "Ben Cole");
        await phone.Sign(page, "Ben Cole");
        await Queen.Dana.Api.DeleteAsync(
            $"/api/events/{charter}/guests/{guest}", TestContext.Current.CancellationToken);

        Assert.Contains("Ben Cole", (await phone.Page($"{page}/receipt")).QuerySelector(".facts")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_other_site_signs_for_a_guest()
    {
        var (_, page) = await Queen.Guest(charter, "Ben Cole");
        using var request =
            new HttpRequestMessage(HttpMethod.Post,
                page) { Headers = { { "Sec-Fetch-Site", "cross-site" } },
                    Content = new FormUrlEncodedContent([new("signer_name", "Ben Cole"), new("consent", "true")]) };

        Assert.Equal(403, (int)(await phone.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_page_is_kept_nowhere_found_by_nobody_and_sets_no_cookie()
    {
        var (_, page) = await Queen.Guest(charter, "Ben Cole");

        var answer = await phone.GetAsync(page, TestContext.Current.CancellationToken);

        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal("noindex", (await answer.Html()).QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task A_token_is_in_no_file_though_its_form_came_with_a_key()
    {
        var (_, page) = await Queen.Guest(charter, "Ben Cole");
        await phone.Sign(page, "Ben Cole", ("Idempotency-Key", "one"));

        var kept =
            string.Concat(Directory.EnumerateFiles(fixture.Ship.Folder, "shipcaptaincrew.db*").Select(Everything));

        Assert.Contains("Ben Cole", kept, StringComparison.Ordinal);
        Assert.DoesNotContain(page["/waivers/".Length..], kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kiosk_shows_the_way_to_the_next_person_and_goes_there_by_itself()
    {
        var (_, page) = await Queen.Guest(charter, "Ben Cole");

        var address = (await phone.Sign($"{page}?kiosk=t0ken", "Ben Cole")).Headers.Location!.OriginalString;
        var receipt = await phone.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal("20; url=/party/t0ken?kiosk=1", receipt.Headers.GetValues("Refresh").Single());
        Assert.Equal("/party/t0ken?kiosk=1", (await receipt.Html()).QuerySelector("a.btn")!.GetAttribute("href"));
        Assert.Equal("kiosk", WaiverContent.Read((await Queen.Book())[^1].Body!).ReachedBy.Kind);
    }

    private static string Everything(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
