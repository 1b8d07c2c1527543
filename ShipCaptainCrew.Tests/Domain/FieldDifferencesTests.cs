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
        .Select(
            (name, capacity, inspected, crew, port) =>
                Aurora with { Name = name, PassengerCapacity = capacity, Inspected = inspected, MinimumCrew = crew,
                    HomePort = port ? Aurora.HomePort! with { } : null });

    [Fact]
    public void What_differs_is_named_as_the_contract_spells_it() => Assert.Equal(
        ["passenger_capacity", "max_persons", "home_port"],
        FieldDifferences.Differing(
            Aurora, Aurora with { PassengerCapacity = 6, MaxPersons = 9, HomePort = new("Pier 4", 32.7, -117.1) }));

    [Fact]
    public void A_list_differs_by_what_is_in_it_and_in_which_order()
    {
        var list = new Listed([1, 2]);

        Assert.Empty(FieldDifferences.Differing(list, new([1, 2])));
        Assert.Equal(["numbers"], FieldDifferences.Differing(list, new([2, 1])));
        Assert.Equal(["numbers"], FieldDifferences.Differing(list, new(null)));
        Assert.Equal(["numbers"], FieldDifferences.Differing(new(null), list));
    }

    [Fact]
    public void Two_differ_in_no_field_just_when_they_are_equal() => Gen.Select(Vessels, Vessels).Sample((one, other) =>
        FieldDifferences.Differing(one, other).Any() == (one != other)
        && FieldDifferences.Differing(one, other).SequenceEqual(FieldDifferences.Differing(other, one))
        && !FieldDifferences.Differing(one, one with { }).Any());

    private sealed record Listed(IReadOnlyList<int>? Numbers);
}
