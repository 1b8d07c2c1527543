// dotnet run --project bench -c Release -- sun | nudges
switch (args.FirstOrDefault() ?? "sun")
{
    case "nudges": await Bench.Nudges.Run(); break;
    default: Bench.Sunsets.Run(); break;
}
