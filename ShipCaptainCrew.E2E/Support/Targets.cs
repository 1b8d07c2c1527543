using Microsoft.Playwright;

namespace ShipCaptainCrew.E2E.Support;

/// <summary>
/// Finds what is hard to tap with wet hands: targets below 48 by 48 pixels, and buttons and fields less than 8 pixels
/// apart. Links in running text are exempt, as in WCAG 2.5.8; a link that fills its row or card has the size of that.
/// </summary>
internal static class Targets
{
    private const string Script = """
        () => {
          const shown = e => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.vh, .skip')
          const area = e => e.matches('a:not(.btn)') && e.closest('.task, .card, .line')
            || e.matches('.item summary') && e.closest('fieldset') || e
          const isNarrow = (e, width) => width < (e.matches('.month a') ? 45 : 47.5) // seven days on a phone
          const inText = e => e.matches('p:not(.acts) a:not(.btn), dd a, .hint a, .signed a') &&
            getComputedStyle(e).display === 'inline'
          const words = e => (e.name || e.innerText).trim().replace(/\s+/g, ' ').slice(0, 40)
          const name = e => `${e.tagName.toLowerCase()} "${words(e)}"`
          const all = [...document.querySelectorAll('a[href], button, summary, select, textarea, label.opt, '
            + 'input:not([type=hidden], [type=checkbox], [type=radio])')].filter(e => shown(e) && !inText(e))
          const box = e => area(e).getBoundingClientRect()
          const faults = []
          for (const e of all) {
            const { width, height } = box(e)
            if (isNarrow(e, width) || height < 47.5)
              faults.push(`${name(e)} is ${Math.round(width)} x ${Math.round(height)}`)
          }
          const pressed = all.filter(e => e.matches('button, .btn, select, textarea, input'))
          for (const [i, a] of pressed.entries()) for (const b of pressed.slice(i + 1)) {
            if (!a.closest('.under, .over') !== !b.closest('.under, .over')) continue // one scrolls below the other
            const p = box(a), q = box(b)
            const across = Math.max(q.left - p.right, p.left - q.right)
            const down = Math.max(q.top - p.bottom, p.top - q.bottom)
            if (Math.max(across, down) < 7.5)
              faults.push(`${name(a)} and ${name(b)} are ${Math.round(Math.max(across, down))} apart`)
          }
          return faults
        }
        """;

    public static async Task<IReadOnlyList<string>> Faults(IPage page) =>
        [.. (await page.EvaluateAsync<string[]>(Script)).Distinct()];
}
