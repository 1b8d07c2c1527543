'use strict'
// The waiver page: a signature pad that stores its strokes as SVG path data, and a form that keeps its values when
// sending fails.
{
  const WIDTH = 600, HEIGHT = 200, MAX_LENGTH = 7900, MAX_STROKES = 200
  let form, strokes, message

  function begin() {
    form = document.querySelector('#sign')
    if (!form) return
    form.addEventListener('submit', send)
    const pad = form.querySelector('canvas'), field = form.elements.signature
    strokes = read(field.value)
    let stroke
    const at = e => {
      const box = pad.getBoundingClientRect()
      const x = (e.clientX - box.left) * WIDTH / box.width, y = (e.clientY - box.top) * HEIGHT / box.height
      return [Math.round(x), Math.round(y)]
    }
    pad.onpointerdown = e => {
      if (strokes.length > MAX_STROKES) return
      pad.setPointerCapture(e.pointerId)
      strokes.push(stroke = [at(e)])
      draw(pad)
    }
    pad.onpointermove = e => {
      if (!stroke) return
      const [x, y] = at(e), [a, b] = stroke.at(-1)
      if (Math.hypot(x - a, y - b) < 3) return
      stroke.push([x, y])
      draw(pad)
    }
    pad.onpointerup = pad.onpointercancel = () => { stroke = null; field.value = write() }
    form.querySelector('[data-clear]').onclick = () => { strokes = []; field.value = ''; draw(pad) }
    new ResizeObserver(() => draw(pad)).observe(pad) // also when its drawer opens
  }

  const readStroke = points => points.split('L').map(point => point.split(' ').map(Number))
  const read = path => path.split('M').slice(1).map(readStroke)

  function write() {
    const withEnd = points => points[1] ? points : [points[0], points[0]] // a dot is a line to the same point
    const path = () => strokes.map(points => 'M' + withEnd(points).map(point => point.join(' ')).join('L')).join('')
    while (path().length > MAX_LENGTH) strokes = strokes.map(points => points.filter((_, i) => i % 2 === 0))
    return path()
  }

  function draw(pad) {
    const context = pad.getContext('2d')
    pad.width = pad.clientWidth * devicePixelRatio
    pad.height = pad.clientHeight * devicePixelRatio
    context.scale(pad.width / WIDTH, pad.height / HEIGHT)
    context.lineWidth = 3
    context.lineCap = context.lineJoin = 'round'
    context.strokeStyle = getComputedStyle(pad).color
    context.stroke(new Path2D(write()))
  }

  async function send(e) {
    e.preventDefault()
    if (form.ariaBusy === 'true') return
    const sent = form
    sent.ariaBusy = 'true'
    try {
      const body = new URLSearchParams(new FormData(form, e.submitter))
      const response = await fetch(form.action, { method: 'POST', body, signal: AbortSignal.timeout(20000) })
      if (response.status >= 500 || response.status === 429) return showError(form.dataset.failed)
      show(await response.text())
      if (response.redirected) showAddress(response.url)
    } catch {
      showError(form.dataset.lost)
    } finally {
      sent.ariaBusy = 'false'
    }
  }

  // The receipt has been loaded already: loading its address would load it again.
  function showAddress(url) {
    history.replaceState(null, '', url)
    scrollTo(0, 0)
  }

  function show(html) {
    const page = new DOMParser().parseFromString(html, 'text/html')
    document.title = page.title
    document.querySelector('main').replaceWith(page.querySelector('main'))
    begin()
    const next = document.querySelector('#errs, [autofocus]') ?? document.querySelector('main')
    next.focus()
  }

  function showError(text) {
    message?.remove()
    message = document.createElement('p')
    message.className = 'note alarm'
    message.role = 'alert'
    form.querySelector('.acts').before(message)
    message.textContent = text
  }

  begin()
}
