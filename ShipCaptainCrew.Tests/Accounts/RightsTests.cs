using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts;

/// <summary>The table of rights: whole, and the same in code and on paper.</summary>
public sealed class RightsTests
{
    private const string Print = "docs/rights.md";
    private const string Renew = "SCC_RENEW";

    private static readonly (Standing Standing, string Name)[] Columns =
    [
        (Standing.OtherCrew, "other crew"), (Standing.CrewAboard, "crew aboard"), (Standing.Mate, "mate"),
        (Standing.Captain, "captain"), (Standing.Dispatcher, "dispatcher"), (Standing.Owner, "owner"),
    ];

    private const string Above = """
        # Rights
        Who may do what, printed from `Accounts/Rights.cs` by `RightsTests`. Mate and captain are so on one charter, by the place they hold there; crew aboard holds
        any place on it. Owner and dispatcher are so everywhere in their operator. Nobody has any right in an operator they don't belong to: there is nothing there (404).


        """;

    private const string Below = """

        Beside the table:
        - In a suspended operator nobody has any right, its owner included. Suspending and resuming are commands on the server, no right of anybody's aboard.
        - Everybody keeps what is their own: name, phone, letters, passkeys, sessions. Nobody changes their own role, and the last owner stays.
        - What the office alone may do (publish a draft), it alone takes back.
        - A link in a letter is itself a right to one thing: to say whether one comes, to sign one waiver, to add people to one party, to see one overdue boat.
        - Adding a passkey and making a way in for a program want a sign-in of the last ten minutes.
        - The least standing for every address of the running app stands in `ShipCaptainCrew.Tests/RightsWalk.txt`; `RightsWalkTests` tries each as everybody.

        """;

    [Fact]
    public void Every_right_stands_in_the_table_once() => Assert.Equal(Enum.GetValues<Right>(), Rights.Table.Select(row => row.Right));

    [Fact]
    public void Who_stands_higher_may_do_all_that_those_below_may() => Assert.All(Rights.Table, row =>
        Assert.Equal(Enum.GetValues<Standing>().Where(standing => standing >= row.Least), Enum.GetValues<Standing>().Where(standing => Rights.Allow(standing, row.Right))));

    [Fact]
    public void The_print_is_what_the_table_says()
    {
        var table = Printed();
        if (Environment.GetEnvironmentVariable(Renew) == "1") Repository.Write(Print, table);

        Assert.True(table == string.Join('\n', Repository.Lines(Print)) + "\n", $"{Print} is not what Accounts/Rights.cs says. Renew it: {Renew}=1 dotnet test --project ShipCaptainCrew.Tests --filter-class \"*.RightsTests\"");
    }

    private static string Printed() => Above + Row("right", Columns.Select(column => column.Name)) + Row("---", Columns.Select(_ => ":-:"))
        + string.Concat(Rights.Table.Select(row => Row(row.Words, Columns.Select(column => Rights.Allow(column.Standing, row.Right) ? "✓" : "")))) + Below;

    private static string Row(string first, IEnumerable<string> others) => $"| {first} | {string.Join(" | ", others)} |\n";
}
