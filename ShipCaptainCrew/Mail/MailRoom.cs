using Microsoft.AspNetCore.Components.Web;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Mail.Letters;

namespace ShipCaptainCrew.Mail;

/// <summary>Registers the letters, and the postman who carries them.</summary>
public static class MailRoom
{
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddSingleton(provider => SmtpOptions.Read(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<Letterhead>();
        services.AddSingleton<Bell>();
        services.AddSingleton<LinksInHand>();
        services.AddSingleton<CrewCalendar>();
        services.AddSingleton<EmlFolder>();
        services.AddSingleton<Postman>();
        services.AddHostedService(provider => provider.GetRequiredService<Postman>());
        services.AddScoped<IEcho, LettersFor>();
        services.AddScoped<Delivery>();
        services.AddScoped<Matters>();
        services.AddScoped<PresenceLinks>();
        services.AddScoped<Press>();
        services.AddScoped<HtmlRenderer>();
        services.AddScoped(Carrier);
        return services.AddWriters();
    }

    private static ICarrier Carrier(IServiceProvider services) =>
        services.GetRequiredService<SmtpOptions>() is { Host: not null } smtp ? new SmtpCarrier(smtp) : services.GetRequiredService<EmlFolder>();

    private static IServiceCollection AddWriters(this IServiceCollection services) => services
        .AddKeyedScoped<IWriter, SignInLetter>(MagicLinks.LetterKind)
        .AddKeyedScoped<IWriter, InvitationLetter>(InvitationLetter.Kind)
        .AddKeyedScoped<IWriter, PlaceLetter>(PlaceLetter.Kind)
        .AddKeyedScoped<IWriter, PlaceGivenUpLetter>(PlaceGivenUpLetter.Kind)
        .AddKeyedScoped<IWriter, NoticeLetter>(NoticeLetter.Kind)
        .AddKeyedScoped<IWriter, MovedLetter>(MovedLetter.Kind)
        .AddKeyedScoped<IWriter, CancelledLetter>(CancelledLetter.Kind)
        .AddKeyedScoped<IWriter, CharterOffLetter>(CharterOffLetter.Kind)
        .AddKeyedScoped<IWriter, TakenBackLetter>(TakenBackLetter.Kind)
        .AddKeyedScoped<IWriter, ReminderLetter>(ReminderLetter.Kind)
        .AddKeyedScoped<IWriter, DailyLetter>(DailyLetter.Kind)
        .AddKeyedScoped<IWriter, DefectLetter>(DefectLetter.Kind)
        .AddKeyedScoped<IWriter, OverdueLetter>(OverdueLetter.Kind)
        .AddKeyedScoped<IWriter, WaiverAskLetter>(WaiverAskLetter.Kind)
        .AddKeyedScoped<IWriter, WaiverReceiptLetter>(WaiverReceiptLetter.Kind)
        .AddKeyedScoped<IWriter, AshoreLetter>(AshoreLetter.Kind)
        .AddKeyedScoped<IWriter, AnchorLetter>(AnchorLetter.Kind)
        .AddKeyedScoped<IWriter, PasskeyLetter>(Passkeys.LetterKind)
        .AddKeyedScoped<IWriter, OldAddressLetter>(NewAddress.OldLetter)
        .AddKeyedScoped<IWriter, NewAddressLetter>(NewAddress.NewLetter)
        .AddKeyedScoped<IWriter, AddressLeftLetter>(NewAddress.LeftLetter)
        .AddKeyedScoped<IWriter, AddressMovedLetter>(NewAddress.MovedLetter)
        .AddKeyedScoped<IWriter, TestLetter>(TestLetter.Kind);
}
