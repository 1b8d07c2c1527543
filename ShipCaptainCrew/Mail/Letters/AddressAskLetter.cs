using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;

namespace ShipCaptainCrew.Mail.Letters;

/// <summary>To one of the two mailboxes of a change of address, with the link by which it says yes. Nothing is sent once that is not wanted any more.</summary>
public abstract class AddressAskLetter(NewAddresses addresses, LinksInHand hand, Letterhead head) : IWriter
{
    protected abstract Mailbox Side { get; }

    protected NewAddresses Addresses => addresses;

    protected Letterhead Head => head;

    public async Task<Sheet?> Write(Letter letter, CancellationToken cancel)
    {
        if (await addresses.Asking(letter.SubjectId!.Value, cancel) is not { } wish) return null;
        if (await Instead(wish, cancel) is { } other) return other;
        if ((hand.For(letter.Id) ?? await addresses.Issue(wish.Id, Side, cancel)) is not { } link) return null;
        return Ask(wish, head.Link(OpenPages.EmailChange(hand.Keep(letter.Id, link).Token)));
    }

    protected abstract Sheet Ask(NewAddress wish, string link);

    /// <summary>What is said where nothing is to be asked.</summary>
    protected virtual Task<Sheet?> Instead(NewAddress wish, CancellationToken cancel) => Task.FromResult<Sheet?>(null);
}
