using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Actions.Guests;
using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Storage;

/// <summary>Work that may take long does not happen while other changes wait for it.</summary>
public sealed class WriteGateTests(AppFixture app) : IClassFixture<AppFixture>
{
    public static TheoryData<string> CostlyWork => ["a waiver text", "a guest list"];

    [Theory]
    [MemberData(nameof(CostlyWork))]
    public async Task Costly_work_is_refused_inside_a_change(string what)
    {
        var cast = await app.Cast($"gate-{what.Replace(' ', '-')}");

        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Change(cast.OperatorId, (_, _) =>
        {
            Do(what);
            return Task.FromResult(true);
        }));

        Do(what);
    }

    [Fact]
    public async Task After_leaving_the_gate_costly_work_is_possible_again()
    {
        using (await app.Services.GetRequiredService<WriteGate>().Enter(TestContext.Current.CancellationToken))
            Assert.Throws<InvalidOperationException>(WriteGate.RequireOutside);

        WriteGate.RequireOutside();
    }

    private static void Do(string what)
    {
        if (what == "a guest list") GuestList.Read("name\nBen Cole");
        else WaiverHtml.Of("# Rules");
    }
}
