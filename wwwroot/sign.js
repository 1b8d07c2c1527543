'use strict'
// The waiver page: a pad whose strokes are kept as path data, and a form that stays filled when the connection is lost.
{
  const WIDE = 600, HIGH = 200, MOST = 7900
  let form, strokes, told

  function begin() {
    form = document.querySelector('#sign')
    if (!form) return
    form.addEventListener('submit', send)
    const pad = form.querySelector('canvas'), field = form.elements.signature
    strokes = read(field.value)
    let stroke
    const at = e => { const box = pad.getBoundingClientRect(); return [Math.round((e.clientX - box.left) * WIDE / box.width), Math.round((e.clientY - box.top) * HIGH / box.height)] }
    pad.onpointerdown = e => { if (strokes.length > 200) return; pad.setPointerCapture(e.pointerId); strokes.push(stroke = [at(e)]); draw(pad) }
    pad.onpointermove = e => {
      if (!stroke) return
      const [x, y] = at(e), [a, b] = stroke.at(-1)
      if (Math.hypot(x - a, y - b) < 3) return
      stroke.push([x, y])
      draw(pad)
    }
    pad.onpointerup = pad.onpointercancel = () => { stroke = null; field.value = write() }
    form.querySelector('[data-clear]').onclick = () => { strokes = []; field.value = ''; draw(pad) }
    new ResizeObserver(() => draw(pad)).observe(pad)
  }

  const read = path => [...path.matchAll(/M([^M]+)/g)].map(([, points]) => points.split('L').map(point => point.split(' ').map(Number)))

  function write() {
    const path = () => strokes.map(points => 'M' + (points[1] ? points : [points[0], points[0]]).map(point => point.join(' ')).join('L')).join('')
    while (path().length > MOST) strokes = strokes.map(points => points.filter((_, i) => i % 2 === 0))
    return path()
  }

  function draw(pad) {
    const ink = pad.getContext('2d')
    pad.width = pad.clientWidth * devicePixelRatio
    pad.height = pad.clientHeight * devicePixelRatio
    ink.scale(pad.width / WIDE, pad.height / HIGH)
    ink.lineWidth = 3
    ink.lineCap = ink.lineJoin = 'round'
    ink.strokeStyle = getComputedStyle(pad).color
    ink.stroke(new Path2D(write()))
  }

  async function send(e) {
    e.preventDefault()
    if (form.ariaBusy === 'true') return
    form.ariaBusy = 'true'
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form, e.submitter)), signal: AbortSignal.timeout(20000) })
      if (answer.redirected) return location.replace(answer.url)
      answer.status < 500 && answer.status !== 429 ? show(await answer.text()) : tell(form.dataset.failed)
    } catch {
      tell(form.dataset.lost)
    }
    form.ariaBusy = 'false'
  }

  function show(html) {
    const page = new DOMParser().parseFromString(html, 'text/html')
    document.title = page.title
    document.querySelector('main').replaceWith(page.querySelector('main'))
    begin()
    const next = document.querySelector('#errs, [autofocus]') ?? document.querySelector('main')
    next.focus()
  }

  function tell(words) {
    told?.remove()
    told = document.createElement('p')
    told.className = 'note alarm'
    told.role = 'alert'
    form.querySelector('.acts').before(told)
    told.textContent = words
  }

  begin()
}
