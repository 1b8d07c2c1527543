// Benchmarks. Run one with: dotnet run --project bench -c Release --
// sun | nudges | signin | texts | costs | speed | generate
// docs/performance.md lists the options of the last two.
switch (args.FirstOrDefault() ?? "sun")
{
    case "nudges": await Bench.Nudges.Run(); break;
    case "signin": await Bench.SignIn.Run(); break;
    case "texts": await Bench.Texts.Run(); break;
    case "costs": await Bench.Costs.Run(); break;
    case "generate": await Bench.Generate.Generator.Run(args[1..]); break;
    case "speed": await Bench.Speed.SpeedTable.Run(args[1..]); break;
    case Bench.Speed.KestrelPeer.Command: await Bench.Speed.KestrelPeer.Serve(args[1..]); break;
    default: Bench.Sunsets.Run(); break;
}
