namespace ShipCaptainCrew.Domain.Operators;

/// <summary>The sample waiver of a new operator, in Markdown. Its text says that it is not legal advice.</summary>
public static class SampleWaiver
{
    public const string Name = "Participant agreement";

    public const string English =
        "> Sample text, not legal advice. Have a lawyer check it for your state, your vessel and your trips before "
        + "you rely on it.\n\n"
        + Agreement;

    /// <summary>The English text of operators that were set up before its notice changed.</summary>
    private const string EarlierEnglish =
        "> Sample text, not legal advice. Have counsel check it for your state, your vessel and your voyages "
        + "before you rely on it.\n\n"
        + Agreement;

    private const string Agreement =
        "I, {{name}}, will sail with {{operator}} aboard {{vessel}} on {{date}}.\n\n"
        + "## What can happen\n\n"
        + "Boats move, decks are wet, and wind, waves and other vessels cannot be controlled. I could slip, "
        + "fall, be struck by a sail, boom or line, go overboard, become seasick, or be hurt worse, even where "
        + "everyone takes care. I choose to come and accept these risks.\n\n"
        + "## What I will do\n\n"
        + "- I listen to the safety talk and do what the captain and crew say.\n"
        + "- I tell the crew before departure of anything that may matter: illness, medicine, pregnancy, "
        + "whether I can swim.\n"
        + "- I wear a life jacket when the crew asks me to.\n"
        + "- I come aboard sober and bring no weapons or illegal drugs.\n\n"
        + "## Release\n\n"
        + "As far as the law allows, I will not hold {{operator}}, its owners, captain and crew liable for "
        + "injury or loss that comes from the risks of sailing. This does not cover gross negligence, intended "
        + "harm, or anything that the law says cannot be waived.\n\n"
        + "## In an emergency\n\n"
        + "The crew may give first aid and call for medical help, at my expense.\n\n"
        + "## Children\n\n"
        + "Where I sign for a child, I am the child's parent or legal guardian, I accept this agreement for "
        + "the child, and I stay responsible for the child aboard.";

    public const string Spanish =
        "> Texto de muestra, no es asesoramiento legal. Un abogado debe revisarlo para su estado, su "
        + "embarcación y sus viajes antes de usarlo.\n\n"
        + "Yo, {{name}}, navegaré con {{operator}} a bordo de {{vessel}} el {{date}}.\n\n"
        + "## Lo que puede pasar\n\n"
        + "Los barcos se mueven, las cubiertas están mojadas, y el viento, las olas y otras embarcaciones no "
        + "se pueden controlar. Puedo resbalar, caer, recibir el golpe de una vela, una botavara o un cabo, "
        + "caer al agua, marearme o sufrir daños peores, aunque todos tengan cuidado. Vengo por decisión "
        + "propia y acepto estos riesgos.\n\n"
        + "## Lo que haré\n\n"
        + "- Escucho la charla de seguridad y hago lo que digan el capitán y la tripulación.\n"
        + "- Antes de zarpar aviso a la tripulación de lo que pueda importar: enfermedades, medicinas, "
        + "embarazo, si sé nadar.\n"
        + "- Me pongo el chaleco salvavidas cuando la tripulación lo pida.\n"
        + "- Subo a bordo sobrio y no traigo armas ni drogas ilegales.\n\n"
        + "## Exención\n\n"
        + "Hasta donde lo permita la ley, no haré responsables a {{operator}}, sus dueños, capitán y "
        + "tripulación por lesiones o pérdidas que vengan de los riesgos de navegar. Esto no cubre la "
        + "negligencia grave, el daño intencional ni aquello a lo que la ley no permite renunciar.\n\n"
        + "## En una emergencia\n\n"
        + "La tripulación puede dar primeros auxilios y pedir ayuda médica, a mi cargo.\n\n"
        + "## Menores\n\n"
        + "Cuando firmo por un menor, soy su padre, madre o tutor legal, acepto este acuerdo en su nombre y "
        + "sigo siendo responsable del menor a bordo.";

    /// <summary>Whether a template's text is the sample as it is now or as it was earlier, in any language.</summary>
    public static bool IsText(string source) => source is English or EarlierEnglish or Spanish;
}
