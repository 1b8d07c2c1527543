using Microsoft.AspNetCore.Components.Web;
using ShipCaptainCrew.Accounts.Passkeys;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Mail.Composing;
using ShipCaptainCrew.Mail.Messages;
using ShipCaptainCrew.Mail.Outbox;
using ShipCaptainCrew.Mail.Smtp;

namespace ShipCaptainCrew.Mail;

/// <summary>Registers the email composers, the outbox worker and the mail transport.</summary>
public static class MailRegistration
{
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddSingleton(provider => SmtpOptions.Read(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton(provider => AlertOptions.Read(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<Sender>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<PendingLinks>();
        services.AddSingleton<CrewCalendar>();
        services.AddSingleton<EmlFolder>();
        services.AddSingleton<OutboxWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxWorker>());
        services.AddScoped<ICommitListener, EventEmails>();
        services.AddScoped<EmailQueue>();
        services.AddScoped<EmailDelivery>();
        services.AddScoped<CharterContexts>();
        services.AddScoped<AttendanceLinks>();
        services.AddScoped<GuestMailLinks>();
        services.AddScoped<StopLinks>();
        services.AddScoped<EmailRenderer>();
        services.AddScoped<HtmlRenderer>();
        services.AddScoped(Transport);
        return services.AddComposers();
    }

    private static IMailTransport Transport(IServiceProvider services) =>
        services.GetRequiredService<SmtpOptions>() is { Host: not null } smtp
            ? new SmtpTransport(smtp)
            : services.GetRequiredService<EmlFolder>();

    private static IServiceCollection AddComposers(this IServiceCollection services) => services
        .AddKeyedScoped<IEmailComposer, SignInEmail>(MagicLinks.EmailKind)
        .AddKeyedScoped<IEmailComposer, InvitationEmail>(InvitationEmail.Kind)
        .AddKeyedScoped<IEmailComposer, PositionClaimedEmail>(PositionClaimedEmail.Kind)
        .AddKeyedScoped<IEmailComposer, PositionReleasedEmail>(PositionReleasedEmail.Kind)
        .AddKeyedScoped<IEmailComposer, CrewNoticeEmail>(CrewNoticeEmail.Kind)
        .AddKeyedScoped<IEmailComposer, CharterChangedEmail>(CharterChangedEmail.Kind)
        .AddKeyedScoped<IEmailComposer, CharterCancelledEmail>(CharterCancelledEmail.Kind)
        .AddKeyedScoped<IEmailComposer, CharterCancelledForGuestsEmail>(CharterCancelledForGuestsEmail.Kind)
        .AddKeyedScoped<IEmailComposer, CharterChangedForGuestsEmail>(CharterChangedForGuestsEmail.Kind)
        .AddKeyedScoped<IEmailComposer, CharterReinstatedEmail>(CharterReinstatedEmail.Kind)
        .AddKeyedScoped<IEmailComposer, MoveUndoneEmail>(MoveUndoneEmail.Kind)
        .AddKeyedScoped<IEmailComposer, ReminderEmail>(ReminderEmail.Kind)
        .AddKeyedScoped<IEmailComposer, DailyEmail>(DailyEmail.Kind)
        .AddKeyedScoped<IEmailComposer, NoSailDefectEmail>(NoSailDefectEmail.Kind)
        .AddKeyedScoped<IEmailComposer, OverdueEmail>(OverdueEmail.Kind)
        .AddKeyedScoped<IEmailComposer, GuestAgeEmail>(GuestAgeEmail.Kind)
        .AddKeyedScoped<IEmailComposer, WaiverRequestEmail>(WaiverRequestEmail.Kind)
        .AddKeyedScoped<IEmailComposer, WaiverReceiptEmail>(WaiverReceiptEmail.Kind)
        .AddKeyedScoped<IEmailComposer, ManifestSentAshoreEmail>(ManifestSentAshoreEmail.Kind)
        .AddKeyedScoped<IEmailComposer, WaiverAnchorEmail>(WaiverAnchorEmail.Kind)
        .AddKeyedScoped<IEmailComposer, PasskeyEmail>(PasskeyCeremony.EmailKind)
        .AddKeyedScoped<IEmailComposer, OldAddressConfirmationEmail>(EmailChange.OldAddressEmailKind)
        .AddKeyedScoped<IEmailComposer, NewAddressConfirmationEmail>(EmailChange.NewAddressEmailKind)
        .AddKeyedScoped<IEmailComposer, AddressLeftEmail>(EmailChange.AddressLeftEmailKind)
        .AddKeyedScoped<IEmailComposer, AddressChangedEmail>(EmailChange.AddressChangedEmailKind)
        .AddKeyedScoped<IEmailComposer, BackupFailedEmail>(BackupFailedEmail.Kind)
        .AddKeyedScoped<IEmailComposer, TestEmail>(TestEmail.Kind);
}
