'use strict'
// What a page cannot say in HTML: what became of a tap, whether the news still comes, where the focus goes, what time it is.
// Words come from data- attributes of <body>; the markup this relies on is in docs/style.md.
{
  const $ = (selector, root = document) => root.querySelector(selector)
  const on = (event, act, target = document) => target.addEventListener(event, act)
  const words = document.body.dataset
  const say = text => { const status = $('#status'); if (status) status.textContent = text }
  const unsafe = ctx => ctx.sourceElement.matches?.('form') && ctx.request.method !== 'GET'

  // ── A wish: what a person asked for, and the key under which the server grants it once ──
  const wishes = new Map() // by address
  const uuid = () => crypto.randomUUID?.() ?? // absent on plain http
    '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, c => (c ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> c / 4).toString(16))

  on('htmx:config:request', e => {
    const { request, sourceElement: form } = e.detail.ctx
    if (!unsafe(e.detail.ctx)) return
    const body = new URLSearchParams(request.body).toString(), value = request.submitter?.value ?? ''
    const last = wishes.get(request.action), again = last?.value === value && Date.now() - last.at < 700
    if (again || last?.busy && last.body === body) return e.preventDefault()
    const wish = { body, value, at: Date.now(), busy: true, key: !last?.answered && last?.body === body ? last.key : uuid() }
    wishes.set(request.action, e.detail.ctx.wish = wish)
    if (!request.body.has('Idempotency-Key')) request.headers['Idempotency-Key'] = wish.key
    sending(form, request.submitter, wish)
  })

  function sending(form, button, wish) {
    form.setAttribute('aria-busy', true)
    show(form, 'sending', words.sending, button)
    setTimeout(() => wish.busy && show(form, 'sending', words.slow, button), 3000)
  }

  // A row says it in its own second line, so that nothing moves under the finger; a form above its button.
  function show(form, state, text, button) {
    const row = form.closest('.item')
    if (!row) return note(form, button, state === 'sending' ? '' : text)
    row.dataset.sync = state
    row.querySelectorAll('[data-wish]').forEach(other => other.removeAttribute('data-wish'))
    button?.setAttribute('data-wish', '')
    $('.meta', row).textContent = text
    if (state === 'failed') say($('legend', row).textContent + ': ' + text)
  }

  function note(form, button, text) {
    let line = $('.unsent', form)
    if (!line && !text) return
    if (!line) {
      line = Object.assign(document.createElement('p'), { className: 'unsent' })
      line.setAttribute('role', 'alert')
      const at = (button ?? $('button:not([type=button])', form))
      ;(at.closest('.acts') ?? at).before(line)
    }
    line.textContent = text
  }

  const failed = (ctx, rowText, formText = rowText) => {
    const form = ctx.sourceElement
    show(form, 'failed', form.closest('.item') ? rowText : formText, ctx.request.submitter)
  }
  on('htmx:error', e => { if (e.detail.ctx?.wish) failed(e.detail.ctx, words.unsent, words.lost) })
  on('htmx:response:error', e => {
    const { ctx } = e.detail
    if (ctx.wish && ctx.response.status >= 500) failed(ctx, words.unsent, words.lost)
  })
  on('htmx:before:response', e => { const { ctx } = e.detail; if (ctx.wish) ctx.wish.answered = ctx.response.status < 500 })
  on('htmx:finally:request', e => {
    const { ctx } = e.detail
    if (!ctx.wish) return
    ctx.wish.busy = false
    if (wishes.get(ctx.request.action) === ctx.wish) ctx.sourceElement.removeAttribute('aria-busy')
  })

  // ── What may be swapped in ──
  on('htmx:before:swap', e => {
    const { ctx, tasks } = e.detail, main = tasks.find(task => task.type === 'main')
    if (ctx.response?.raw?.redirected) { e.preventDefault(); return location.assign(ctx.response.raw.url) }
    const row = ctx.wish && ctx.sourceElement.closest('.item')
    if (row) {
      if (ctx.response.status >= 500) return
      if (!main?.fragment.querySelector('#' + CSS.escape(row.id))) {
        e.preventDefault()
        return ctx.response.status === 401 ? location.reload() : failed(ctx, words.refused)
      }
      delete row.dataset.sync
    }
    if (main && older(main)) e.preventDefault()
  })
  const newest = root => Math.max(-1, ...[root, ...root.querySelectorAll('[data-revision]')].map(e => +(e.dataset?.revision ?? -1)))
  const older = ({ target, fragment }) => {
    const incoming = newest(fragment)
    return incoming >= 0 && incoming < newest(typeof target === 'string' ? $(target) : target)
  }

  // ── Focus: never lost to <body> ──
  on('htmx:after:swap', e => {
    const { ctx } = e.detail, pressed = ctx.request?.submitter, errors = ctx.wish && $('#errs')
    if (errors) return errors.focus()
    if (!ctx.wish || document.activeElement !== document.body) return
    ;(pressed?.id && document.getElementById(pressed.id) || $(ctx.sourceElement.dataset?.focus ?? '#main') || $('#main')).focus()
  })
  on('click', e => {
    const link = e.target.closest('a[data-next]'), row = link && nextOpen()
    if (!row) return
    e.preventDefault()
    row.scrollIntoView({ block: 'center' })
    $('[aria-pressed=true]', row).focus({ preventScroll: true })
  })
  const nextOpen = () => {
    const open = [...document.querySelectorAll('.item[data-s=pending]')], here = document.activeElement.closest('.item')
    return open.find(row => here && here.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING) ?? open[0]
  }

  // ── Live: the stream only says that something changed ──
  const live = $('#live'), refresh = () => htmx.trigger(document.body, 'scc:refresh')
  let stream, heard = Date.now(), polled = heard, fresh = heard
  if (live) {
    on('htmx:sse:after:connection', e => {
      stream = e.detail.connection
      heard = fresh = Date.now()
      if (stream.attempt > 0) refresh()
    })
    on('htmx:sse:before:message', e => {
      const { event, data } = e.detail.message
      heard = fresh = Date.now()
      if (event !== 'heartbeat' && !shown(data)) refresh()
    })
    on('visibilitychange', () => document.hidden || refresh())
    on('pageshow', e => e.persisted && refresh(), window)
    on('online', refresh, window)
    setInterval(watch, 5000)
  }
  const shown = data => {
    const revision = /"revision":\s*(\d+)/.exec(data)?.[1]
    return revision && [...document.querySelectorAll('[hx-get][data-revision]')].every(e => +e.dataset.revision >= revision)
  }
  function watch() {
    const now = Date.now(), silent = now - heard
    if (document.hidden) return
    if (silent > 40000) stream?.reader?.cancel()
    if (silent > 30000 && now - polled >= 30000) { polled = now; refresh() }
    const line = $('#paused')
    if (!line || line.hidden === silent < 60000) return
    line.hidden = silent < 60000
    $('time', line).textContent = new Date(fresh).toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', timeZone: live.dataset.zone })
    if (!line.hidden) say(line.textContent)
  }

  // ── Countdown, by the server's clock: its Date header, since a page kept by the browser brings an old time ──
  let ahead = 0
  on('htmx:before:response', e => {
    const { status, headers } = e.detail.ctx.response, date = Date.parse(headers.get('date'))
    if (date) ahead = date - Date.now()
    if (status < 400) fresh = Date.now()
  })
  const minutesLeft = clock => Math.ceil((Date.parse(clock.dataset.until) - Date.now() - ahead) / 60000)
  const spell = minutes => [[Math.floor(minutes / 60), words.h], [minutes % 60, words.min]].filter(([n], i) => n || i).map(part => part.join(' ')).join(' ')
  function tick(clock) {
    const left = minutesLeft(clock), before = clock.scc
    clock.scc = left
    if (left < 0 || left === before) return
    clock.textContent = spell(left)
    if (before === undefined) return
    if ([60, 30, 10].includes(left)) say(document.getElementById(clock.getAttribute('aria-labelledby')).textContent + ' ' + spell(left))
    if (left === 0) refresh()
  }
  const tickAll = () => document.hidden || document.querySelectorAll('[role=timer][data-until]').forEach(tick)
  if ($('[role=timer]')) { tickAll(); setInterval(tickAll, 5000); on('htmx:after:swap', tickAll) }
}
