using CsCheck;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Tests.Domain;

public sealed class FieldDifferencesTests
{
    private static readonly VesselDetails Aurora = new()
    {
        Name = "Aurora",
        PassengerCapacity = 12,
        HomePort = new("Pier 3", 32.7, -117.1),
    };

    private static readonly Gen<VesselDetails> Vessels =
        Gen.Select(Gen.String, Gen.Int[1, 3], Gen.Bool, Gen.Int[1, 2], Gen.Bool)
            .Select((name, capacity, inspected, crew, hasPort) => Aurora with
            {
                Name = name,
                PassengerCapacity = capacity,
                Inspected = inspected,
                MinimumCrew = crew,
                HomePort = hasPort ? Aurora.HomePort! with { } : null,
            });

    [Fact]
    public void Differing_fields_are_listed_by_their_API_names() => Assert.Equal(
        ["passenger_capacity", "max_persons", "home_port"],
        FieldDifferences.Differing(
            Aurora, Aurora with { PassengerCapacity = 6, MaxPersons = 9, HomePort = new("Pier 4", 32.7, -117.1) }));

    [Fact]
    public void Lists_differ_by_their_items_and_order()
    {
        var list = new Numbered([1, 2]);

        Assert.Empty(FieldDifferences.Differing(list, new([1, 2])));
        Assert.Equal(["numbers"], FieldDifferences.Differing(list, new([2, 1])));
        Assert.Equal(["numbers"], FieldDifferences.Differing(list, new(null)));
        Assert.Equal(["numbers"], FieldDifferences.Differing(new(null), list));
    }

    [Fact]
    public void No_field_differs_exactly_if_the_records_are_equal() =>
        Gen.Select(Vessels, Vessels).Sample((one, other) =>
            FieldDifferences.Differing(one, other).Any() == (one != other)
            && FieldDifferences.Differing(one, other).SequenceEqual(FieldDifferences.Differing(other, one))
            && !FieldDifferences.Differing(one, one with { }).Any());

    private sealed record Numbered(IReadOnlyList<int>? Numbers);
}
