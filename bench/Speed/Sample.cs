using Bench.Generate;

namespace Bench.Speed;

/// <summary>
/// The first operator of the generated data, on a running server: charters with 3 checklists of 18 items and 12 guests,
/// and its people, signed in.
/// </summary>
internal sealed class Sample : IDisposable
{
    /// <summary>A date in a week with a charter on each day, however few charters there are.</summary>
    private const int DaysToFullWeek = Generator.FreeDays + 6;

    private readonly Product product;

    private Sample(Product product) => this.product = product;

    public static string Slug { get; } = OperatorData.SlugOf(1);

    public ApiClient Owner { get; private set; } = null!;

    /// <summary>Qualified for a position that is open on every charter.</summary>
    public ApiClient Deckhand { get; private set; } = null!;

    /// <summary>The owner in a browser.</summary>
    public Visitor Browser { get; private set; } = null!;

    public IReadOnlyList<SampleCharter> Charters { get; private set; } = [];

    /// <summary>The charter that most lines are about.</summary>
    public SampleCharter Main => Charters[0];

    /// <summary>The links of guests who have not signed.</summary>
    public Queue<string> Waivers { get; } = [];

    public static string Week
    {
        get
        {
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            return Report.Text($"/{Slug}/week?week={today.AddDays(DaysToFullWeek):yyyy-MM-dd}");
        }
    }

    public static string PageOf(SampleCharter charter) => $"/{Slug}/charters/{charter.Id}";

    public static string JsonOf(SampleCharter charter) => $"/api/events/{charter.Id}";

    public static async Task<Sample> Open(Product product)
    {
        var sample = new Sample(product) { Charters = SampleCharter.Read(product.Database, Slug) };
        sample.Owner = await ApiClient.SignIn(product, OperatorData.OwnerOf(1));
        sample.Deckhand = await ApiClient.SignIn(product, OperatorData.SpareOf(1));
        var (list, _) = sample.Main.Items[0];
        var page = $"{PageOf(sample.Main)}/checklists/{list}";
        sample.Browser = await BrowserSignIn.Run(product, OperatorData.OwnerOf(1), page);
        return sample;
    }

    /// <summary>Adds guests who can sign, to the last charter.</summary>
    public async Task AddSigners(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var guest = await Owner.Post($"{JsonOf(Charters[^1])}/guests", new { name = $"Signer {i}" });
            Waivers.Enqueue(new Uri((string)guest["waiver_url"]!).AbsolutePath);
        }
    }

    public void Dispose()
    {
        Owner.Dispose();
        Deckhand.Dispose();
    }
}
