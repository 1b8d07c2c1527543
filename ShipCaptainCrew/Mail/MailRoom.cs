using Microsoft.AspNetCore.Components.Web;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Mail.Letters;

namespace ShipCaptainCrew.Mail;

/// <summary>Registers the letters, and the postman who carries them.</summary>
public static class MailRoom
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        var smtp = SmtpOptions.Read(configuration);
        services.AddSingleton(smtp).AddSingleton<Letterhead>().AddSingleton<Bell>().AddSingleton<LinksInHand>().AddSingleton<CrewCalendar>();
        services.AddSingleton<EmlFolder>().AddHostedService<Postman>();
        services.AddScoped<IEcho, LettersFor>().AddScoped<Delivery>().AddScoped<Press>().AddScoped<HtmlRenderer>();
        return smtp.Host is null
            ? services.AddScoped<ICarrier>(provider => provider.GetRequiredService<EmlFolder>()).AddWriters()
            : services.AddScoped<ICarrier, SmtpCarrier>().AddWriters();
    }

    private static IServiceCollection AddWriters(this IServiceCollection services) => services
        .AddKeyedScoped<IWriter, SignInLetter>(MagicLinks.LetterKind)
        .AddKeyedScoped<IWriter, InvitationLetter>(InvitationLetter.Kind)
        .AddKeyedScoped<IWriter, PlaceLetter>(PlaceLetter.Kind)
        .AddKeyedScoped<IWriter, PlaceGivenUpLetter>(PlaceGivenUpLetter.Kind)
        .AddKeyedScoped<IWriter, NoticeLetter>(NoticeLetter.Kind)
        .AddKeyedScoped<IWriter, MovedLetter>(MovedLetter.Kind)
        .AddKeyedScoped<IWriter, CancelledLetter>(CancelledLetter.Kind)
        .AddKeyedScoped<IWriter, CharterOffLetter>(CharterOffLetter.Kind)
        .AddKeyedScoped<IWriter, TestLetter>(TestLetter.Kind);
}
