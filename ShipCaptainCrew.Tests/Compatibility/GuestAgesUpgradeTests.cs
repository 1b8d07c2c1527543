using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Compatibility;

/// <summary>
/// In a data folder of an earlier build, the 18th birthdays of minors are taken from the records that their guardians
/// signed.
/// </summary>
public sealed class GuestAgesUpgradeTests : IAsyncLifetime
{
    private readonly OldFolder old = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => old.DisposeAsync();

    [Fact]
    public void The_18th_birthday_of_each_child_in_a_record_is_stored_with_the_guest()
    {
        var children = old.Rows(
                "SELECT Body FROM waivers WHERE Kind = 'Signed' AND Body IS NOT NULL",
                row => row.GetFieldValue<byte[]>(0))
            .SelectMany(body => WaiverContent.Read(body).Children)
            .ToDictionary(child => child.GuestId, child => child.BirthDate.AddYears(18));
        var signed = old.Rows("SELECT Id FROM guests WHERE IsMinor AND WaiverId IS NOT NULL", row => row.GetGuid(0));

        _ = old.Ship.Services.GetRequiredService<StoragePaths>();

        Assert.NotEmpty(signed);
        var stored = old.Rows(
            "SELECT Id, OfAgeOn FROM guests WHERE OfAgeOn IS NOT NULL",
            row => (row.GetGuid(0), DateOnly.Parse(row.GetString(1), null)));
        Assert.Equal(signed.Select(id => (id, children[id])).Order(), stored.Order());
    }
}
