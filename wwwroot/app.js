'use strict'
// What HTML cannot say: what became of a tap, whether news still comes, where the focus goes, what time it is.
// Words come from data- attributes of <body>. The markup this relies on is in docs/style.md.
{
  const $ = (selector, root = document) => root.querySelector(selector)
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)]
  const on = (event, act, target = document) => target.addEventListener(event, act)
  const words = document.body.dataset
  const say = text => { $('#status').textContent = text }
  const refresh = () => window.htmx?.trigger(document.body, 'scc:refresh')

  // ── Wishes: what a person asked for, under a key by which the server grants it once however often it is sent ──
  const wishes = new Map() // the last one of each address

  on('htmx:config:request', e => {
    const { ctx } = e.detail, { request, sourceElement: form } = ctx
    if (request.method === 'GET' || !form.matches('form')) return
    const wish = { form, button: request.submitter, body: new URLSearchParams(request.body).toString(), at: Date.now(), state: 'sending' }
    const last = wishes.get(request.action), same = last?.body === wish.body
    if (isDoubleTap(last, wish) || same && last.state === 'sending') return e.preventDefault()
    wish.key = same && last.state === 'failed' ? last.key : uuid()
    wishes.set(request.action, ctx.wish = wish)
    if (!request.body.has('Idempotency-Key')) request.headers['Idempotency-Key'] = wish.key
    show(wish, words.sending)
    setTimeout(() => wish.state === 'sending' && show(wish, words.slow), 3000)
  })

  const isDoubleTap = (last, wish) => wish.form.closest('.item') && /sending|granted/.test(last?.state) &&
    wish.at - last.at < 700 && last.button.value === wish.button.value

  on('focusin', e => e.target.matches('input[readonly]') && e.target.select()) // a link to be copied

  const uuid = () => crypto.randomUUID?.() ?? // absent on plain http
    '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, c => (c ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> c / 4).toString(16))

  function show(wish, text) {
    wish.form.setAttribute('aria-busy', wish.state === 'sending')
    const row = wish.form.closest('.item')
    row ? showInRow(row, wish, text) : showAboveButton(wish, text)
  }

  // In its own second line, so that nothing moves under the finger.
  function showInRow(row, { state, button }, text) {
    row.dataset.sync = state
    $$('[data-wish]', row).forEach(other => other.removeAttribute('data-wish'))
    button?.setAttribute('data-wish', '')
    $('.meta', row).textContent = text
    if (state === 'failed') say($('legend', row).textContent + ': ' + text)
  }

  function showAboveButton({ form, button }, text) {
    $('.unsent', form)?.remove()
    if (text === words.sending) return
    const line = document.createElement('p'), place = button ?? $('button:not([type=button])', form)
    line.className = 'unsent'
    line.setAttribute('role', 'alert')
    ;(place.closest('.acts') ?? place).before(line)
    line.textContent = text
  }

  function fail(wish, inRow, inForm = inRow) {
    wish.state = 'failed'
    show(wish, wish.form.closest('.item') ? inRow : inForm)
  }

  on('htmx:error', e => e.detail.ctx?.wish && fail(e.detail.ctx.wish, words.unsent, words.lost))
  on('htmx:after:request', e => {
    const { wish, response } = e.detail.ctx
    if (!wish) return
    if (response.status >= 500) return fail(wish, words.unsent, words.lost)
    wish.state = response.status < 400 ? 'granted' : 'refused'
  })
  on('htmx:finally:request', e => {
    const { wish, request } = e.detail.ctx
    if (wish?.state === 'sending') wish.state = 'replaced'
    if (wish && wishes.get(request.action) === wish) wish.form.removeAttribute('aria-busy')
  })

  // ── What may be swapped in: the row's own answer, nothing older than what is shown, never a page into a part ──
  on('htmx:before:swap', e => {
    const { ctx, tasks } = e.detail, main = tasks.find(task => task.type === 'main')
    if (ctx.wish?.state === 'failed') return
    if (isElsewhere(ctx) || isForeign(ctx, main)) return e.preventDefault()
    delete ctx.wish?.form.closest('.item')?.dataset.sync // or the morph would pass the row by
    if (main && isOlder(main)) e.preventDefault()
  })

  function isElsewhere({ wish, response, sourceElement }) {
    const { redirected, url, status } = response?.raw ?? {}
    if (wish && redirected) return location.assign(url), true
    const gone = redirected || status >= 400
    if (!gone || !sourceElement.matches('[data-revision]')) return false
    if (performance.now() > 10000) location.reload() // signed out, or no longer aboard: the whole page says so
    return true
  }

  function isForeign({ wish, response }, main) {
    const row = wish?.form.closest('.item')
    if (!row || main && $('#' + CSS.escape(row.id), main.fragment)) return false
    response.status === 401 ? location.reload() : fail(wish, words.refused)
    return true
  }

  const newest = root => Math.max(-1, ...[root, ...$$('[data-revision]', root)].map(part => +(part.dataset?.revision ?? -1)))
  const isOlder = ({ target, fragment }) => {
    const offered = newest(fragment)
    return offered >= 0 && offered < newest(target.nodeType ? target : $(target))
  }

  // ── Focus: on what is wrong, else where it was, never lost ──
  $('#errs')?.focus()
  on('htmx:after:swap', e => {
    const { wish } = e.detail.ctx
    if (!wish) return
    if ($('#errs')) return $('#errs').focus()
    if (document.activeElement !== document.body) return
    const sameButton = wish.button?.id && document.getElementById(wish.button.id)
    ;(sameButton || $(wish.form.dataset.focus ?? '#main')).focus()
  })

  let lastRow
  on('click', e => {
    lastRow = e.target.closest('.item') ?? lastRow
    const next = e.target.closest('[data-next]') && nextToDo()
    if (!next) return
    e.preventDefault()
    lastRow = next
    next.scrollIntoView({ block: 'center' })
    $('[aria-pressed=true]', next).focus({ preventScroll: true })
  })
  function nextToDo() {
    const open = $$('.item[data-s=pending]')
    return open.find(row => lastRow?.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING) ?? open[0]
  }

  // ── Live: the stream only says that something changed; one question answers it, however it was raised ──
  const live = $('#live')
  let stream, heard = Date.now(), asked = heard, fresh = heard

  on('htmx:sse:after:connection', e => {
    stream = e.detail.connection
    heard = fresh = Date.now()
  })
  on('htmx:sse:before:message', e => {
    const { event, data } = e.detail.message, { now, revision } = JSON.parse(data)
    heard = fresh = Date.now()
    setClock(now)
    if (event !== 'heartbeat' && !isShown(revision)) refresh()
  })
  const isShown = revision =>
    revision != null && $$('[hx-get][data-revision]').every(part => +part.dataset.revision >= revision)

  function back() {
    heard = asked = Date.now()
    refresh()
  }
  function watch() {
    const now = Date.now(), silence = now - heard
    if (silence > 40000) stream?.reader?.cancel() // no heartbeat: a dead line, which the extension then redials
    if (silence > 30000 && now - asked >= 30000) { asked = now; refresh() }
    if ($('#paused')) tellPause($('#paused'), silence > 60000)
  }
  function tellPause(line, paused) {
    const begins = paused && line.hidden
    line.hidden = !paused
    if (paused) $('time', line).textContent = new Date(fresh).toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', timeZone: live.dataset.zone })
    if (begins) say(line.textContent)
  }
  if (live) {
    on('visibilitychange', () => document.hidden || back())
    on('pageshow', e => e.persisted && back(), window)
    on('online', back, window)
    setInterval(() => document.hidden || watch(), 5000)
  }

  // ── Countdown by the server's clock, as its last answer or message told it: a page kept by the browser brings an old time ──
  let ahead = 0
  const setClock = time => { ahead = Date.parse(time) - Date.now() || ahead }
  const shownMinutes = new WeakMap()
  on('htmx:before:response', e => {
    const { request, response } = e.detail.ctx
    setClock(response.headers.get('date'))
    if (request.method === 'GET' && response.status < 400) fresh = Date.now()
  })
  const spell = minutes => minutes >= 2880 ? Math.floor(minutes / 1440) + ' ' + words.days : (minutes < 60 ? '' : Math.floor(minutes / 60) + ' ' + words.h + ' ') + minutes % 60 + ' ' + words.min

  // Down to data-until and up from it: the words and bands of later come with the page, so that they change without a connection too.
  function tick(clock) {
    const { since, until, says, past, late, grace, speak } = clock.dataset
    const left = Math.ceil((Date.parse(since ?? until) - Date.now() - ahead) / 60000), before = shownMinutes.get(clock)
    const label = document.getElementById(clock.getAttribute('aria-labelledby')), isLate = -left >= grace
    shownMinutes.set(clock, left)
    write(clock, spell(since ? Math.max(0, -left) : Math.abs(left)))
    if (since) return
    write(label, left > 0 ? says : isLate ? late : past)
    clock.closest('[data-level]').dataset.level = left > 30 ? 'normal' : left > 10 ? 'soon' : isLate ? 'late' : 'now'
    if (before === undefined || before === left) return
    if (speak?.split(' ').includes('' + left)) say(left ? label.textContent + ' ' + clock.textContent : words.sunset)
    if (left === 0) refresh()
  }
  const write = (node, text) => { if (node.textContent !== text) node.textContent = text }

  function tickAll() {
    $$('[role=timer]').forEach(tick)
    $$('[data-clock-of]').forEach(tellZone)
  }
  function tellZone(note) { // where the phone's own clock shows another time
    const now = new Date()
    note.hidden &&= now.toLocaleString('en', { timeZone: note.dataset.clockOf }) === now.toLocaleString('en')
  }
  tickAll()
  setInterval(() => document.hidden || tickAll(), 5000)
  on('htmx:after:swap', tickAll)
  on('visibilitychange', () => document.hidden || tickAll())
  on('pageshow', tickAll, window)
}
