using System.Text.Json;
using System.Text.Json.Serialization;
using ShipCaptainCrew.Actions.Log;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Pages.Log;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Log;

/// <summary>The operator's log on screen, for the office.</summary>
public sealed class WholeLogPageTests : IAsyncLifetime
{
    private static readonly JsonSerializerOptions AsTheLedgerWrites = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private CharterFixture day = null!;

    private Cast Queen => day.Cast;

    private string Log => $"/{Queen.Slug}/log";

    public async ValueTask InitializeAsync() => day = await CharterFixture.Begin();

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Fact]
    public async Task The_office_reads_who_did_what_newest_first_and_on_which_charter()
    {
        await Queen.Dana.Api.Put($"/api/vessels/{day.VesselId}", new { passenger_capacity = 40 }).Json();

        var rows = await Rows(Queen.Dana, "");

        Assert.Equal("Dana|Changed passenger capacity of the vessel Aurora|", rows[0]);
        Assert.Contains("Sam|Sam is deckhand|Sunset sail, 4 Jul", rows);
        Assert.Contains("Dana|Added the vessel Aurora|", rows);
        Assert.Contains("The ship's clock|Invited Kim|", rows);
    }

    [Theory]
    [InlineData("who")]
    [InlineData("charter")]
    [InlineData("day")]
    public async Task It_is_searched_by_person_charter_and_day(string by)
    {
        await Queen.Sam.Api
            .Put($"{day.Api}/checklists/{day.ListId}",
                new { items = new[] { new { id = day.Item(0), state = "complete" } } })
            .Json();
        var elsewhere = await Queen.Plan(await Queen.Vessel("Borealis"), new() { ["title"] = "Whale watch" }).Json(201);

        var rows =
            await Rows(Queen.Olive,
                by switch { "who" => $"?who={Queen.Sam.MemberId}", "charter" => $"?charter={elsewhere.Id()}", _ =>
                    "?day=2026-07-01" });

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.True(by switch
        {
            "who" => row.StartsWith("Sam|", StringComparison.Ordinal),
            "charter" => row.EndsWith("|Whale watch, 4 Jul", StringComparison.Ordinal),
            _ => true,
        }));
        Assert.Equal(by != "charter", rows.Any(row => row.Contains("Navigation lights:", StringComparison.Ordinal)));
        Assert.Empty(await Rows(Queen.Olive, "?day=2026-06-30"));
    }

    [Fact]
    public async Task It_is_read_page_by_page_and_the_search_goes_along()
    {
        for (var i = 0; i < 60; i++)
        {
            foreach (var capacity in new[] { 30, 31 })
                await Queen.Dana.Api.Put($"/api/vessels/{day.VesselId}", new { passenger_capacity = capacity }).Json();
        }

        var first = await Queen.Dana.Browser.Page($"{Log}?who={Queen.Dana.MemberId}");
        var second = await Queen.Dana.Browser.Page(first.QuerySelector("#main > .acts a")!.GetAttribute("href")!);

        Assert.Equal(100, first.QuerySelectorAll("tbody tr").Length);
        Assert.InRange(second.QuerySelectorAll("tbody tr").Length, 21, 99);
        Assert.All(
            second.QuerySelectorAll("tbody tr"), row => Assert.Equal("Dana", row.Children[1].TextContent.Trim()));
        Assert.Equal($"{Queen.Dana.MemberId}", second.QuerySelector("#who option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Nothing_of_another_operators_is_in_it_whatever_is_asked_for()
    {
        var strangers = await day.Ship.Cast("strangers");

        var page = await strangers.Olive.Browser.Page($"/strangers/log?charter={day.CharterId}");

        Assert.Empty(page.QuerySelectorAll("tbody tr"));
        Assert.DoesNotContain("Sunset sail", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            404, (int)(await strangers.Olive.Browser.GetAsync(Log, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("?day=yesterday")]
    [InlineData("?who=me&charter=all")]
    [InlineData("?before=-1")]
    [InlineData("?day=9999-12-31")]
    [InlineData("?day=0001-01-01")]
    public async Task What_cannot_be_read_in_a_search_does_no_harm(string search) =>
        Assert.Equal(200,
            (int)(await Queen.Dana.Browser.GetAsync(Log + search, TestContext.Current.CancellationToken)).StatusCode);

    [Fact]
    public async Task It_is_the_offices_and_led_to_from_there()
    {
        foreach (var hand in new[] { Queen.Kim, Queen.Sam })
            Assert.Equal(
                403, (int)(await hand.Browser.GetAsync(Log, TestContext.Current.CancellationToken)).StatusCode);
        foreach (var page in new[] { $"/{Queen.Slug}/me", $"{day.Charter}/log" })
        {
            Assert.NotNull((await Queen.Dana.Browser.Page(page)).QuerySelector($"a[href='{Log}']"));
            Assert.Null((await Queen.Kim.Browser.Page(page)).QuerySelector($"a[href='{Log}']"));
        }
    }

    [Fact]
    public async Task It_asks_as_many_questions_of_a_long_log_as_of_a_short_one()
    {
        var few = await Asked();
        for (var i = 0; i < 5; i++) await Queen.Plan(await Queen.Vessel($"Boat {i}")).Json(201);

        Assert.Equal(few, await Asked());

        Task<int> Asked() => day.Ship.Queries.During(() => Queen.Dana.Browser.GetAsync(Log));
    }

    /// <summary>Whatever is announced, with any facts, is said in words and not by its kind.</summary>
    [Fact]
    public async Task Everything_that_can_happen_has_a_sentence()
    {
        var all = typeof(DomainEvent).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DomainEvent)) && type != typeof(ReferenceDataRecorded)).Select(Any)
            .Concat(
                from noun in new[] { "vessel", "charter_type", "checklist_template", "waiver_template", "member" }
                    from deed in new[] { "created", "changed", "archived" }
                    select new ReferenceDataRecorded(noun, deed, Guid.Empty, ["name"]))
            .Append(ReferenceDataRecorded.Changed("standing_orders", Guid.Empty, ["grace"])).ToList();

        Assert.True(all.Count > 40);
        var sentences = new LogSentences(await Queen.Look(db => LogNames.In(db, [])), TimeZoneInfo.Utc);
        Assert.All(all, news => Assert.NotEqual(news.Kind, sentences.What(new()
        {
            Seq = 1,
            At = default,
            Kind = news.Kind,
            MemberId = null,
            Name = null,
            SubjectId = news.SubjectId,
            CharterId = null,
            Facts = Facts(news),
        }).Text));
    }

    /// <summary>Entries of another version: facts that a sentence needs are missing, or of another type.</summary>
    [Fact]
    public async Task Every_kind_is_shown_whatever_its_facts_are()
    {
        var sentences = new LogSentences(await Queen.Look(db => LogNames.In(db, [])), TimeZoneInfo.Utc);

        Assert.All(LogFacts.Kinds.Concat(["vessel.changed", "standing_orders.changed"]), kind =>
        {
            Assert.NotEqual(kind, Sentence(kind, "{}"));
            Assert.NotEmpty(Sentence(kind, """{"id":7,"charter":[],"noun":true}"""));
        });
        Assert.All(["kraken.sighted", "kraken", "a.b.c", ""], kind => Assert.Equal(kind, Sentence(kind, "{}")));
        Assert.Equal("Changed {0} of the {1} {2}", Sentence("vessel.painted", "{}"));

        string Sentence(string kind, string facts) =>
            sentences.What(new()
            {
                Seq = 1,
                At = default,
                Kind = kind,
                MemberId = null,
                Name = null,
                SubjectId = Guid.Empty,
                CharterId = null,
                Facts = JsonElement.Parse(facts),
            }).Text;
    }

    private static DomainEvent Any(Type type) =>
        (DomainEvent)Activator.CreateInstance(type,
            [.. type.GetConstructors().Single().GetParameters().Select(parameter => Value(parameter.ParameterType))])!;

    private static object? Value(Type type) =>
        type == typeof(string) ? "x"
        : type == typeof(IReadOnlyList<string>) ? new[] { "x" }
        : type == typeof(IReadOnlyList<Guid>) ? Array.Empty<Guid>()
        : type == typeof(CharterStatus) ? CharterStatus.Underway
        : Activator.CreateInstance(type);

    private static JsonElement Facts(DomainEvent news) =>
        JsonSerializer.SerializeToElement(news, news.GetType(), AsTheLedgerWrites);

    /// <summary>Who, what and on which charter.</summary>
    private async Task<IReadOnlyList<string>> Rows(TestUser who, string search) =>
        [
            .. (await who.Browser.Page(Log + search)).QuerySelectorAll("tbody tr")
                .Select(row => string.Join('|', row.Children.Skip(1).Take(3).Select(cell => cell.TextContent.Trim())))];
}
