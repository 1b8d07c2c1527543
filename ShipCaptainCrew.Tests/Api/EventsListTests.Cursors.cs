using System.Text;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class EventsListTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(9)]
    public async Task Paging_lists_each_charter_once_even_with_equal_departures(int limit)
    {
        var (titles, cursor) = (new List<string>(), "");
        do
        {
            var page = await List($"limit={limit}&cursor={cursor}");
            Assert.InRange(page["items"]!.AsArray().Count, 1, limit);
            titles.AddRange(Titles(page));
            cursor = (string?)page["next_cursor"];
        }
        while (cursor is not null);

        Assert.Equal("samoa, before, timeless, early, a, b, c, night, after", string.Join(", ", titles));
    }

    [Fact]
    public async Task A_forged_cursor_is_refused()
    {
        foreach (var key in new[] { "9223372036854775807|" + Guid.CreateVersion7(), "-1|" + Guid.CreateVersion7(), "1|",
            "1|2|3", Guid.CreateVersion7().ToString() })
        {
            Assert.NotNull(
                (await fixture.Office
                    .Get(
                        $"/api/events?cursor={System.Buffers.Text.Base64Url.EncodeToString(
                            Encoding.UTF8.GetBytes(key))}")
                    .Json(422)).ErrorAt(
                    "cursor"));
        }
    }
}
